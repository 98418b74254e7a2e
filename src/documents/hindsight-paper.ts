// A hindsight → a paper to hand on: each decision that would have been another, with its reasons and what was done meanwhile.

import type { Finding, Hindsight, HindsightCase } from "../hindsight/hindsight.ts";
import { sayActed, sayAsked, sayCorrections, saySum, sayTurnedBy, sayWhose } from "../hindsight/say-hindsight.ts";
import { upperFirst } from "../explain/say.ts";
import { heading, list, paragraph } from "./document.ts";
import type { Block, Paper } from "./document.ts";

export function hindsightPaper(hindsight: Hindsight): Paper {
  return {
    title: `In hindsight: ${hindsight.school}`,
    about: sayAsked(hindsight),
    blocks: [
      paragraph(saySum(hindsight)),
      ...hindsight.cases
        .filter(({ findings }) => findings.length > 0)
        .flatMap((each) => [
          heading(2, sayWhose(each)),
          ...list(sayCorrections(each, hindsight)),
          ...each.findings.flatMap((finding) => findingPart(finding, each)),
          ...followedPart(each),
        ]),
    ],
  };
}

/** What the same procedures went on to, after the moment looked back at. */
function followedPart({ followed }: HindsightCase): readonly Block[] {
  if (followed.length === 0) return [];
  return [
    paragraph("And from what was needless there followed:"),
    ...list(followed.map((each) => `${upperFirst(sayActed(each))}.`)),
  ];
}

function findingPart(finding: Finding, each: HindsightCase): readonly Block[] {
  const { verdict, what, parent, clauses, then, hindsight, acted, now } = finding;
  const turnedBy = sayTurnedBy(finding, each);
  const cells = [
    ["Then", then],
    ["Had it been known", hindsight],
    ...(acted.length === 0 ? [] : [["Already done", `${upperFirst(acted.map(sayActed).join("; "))}.`]]),
    ...(now === undefined ? [] : [["Now", now]]),
    ...(turnedBy === "" ? [] : [["Turned by", turnedBy]]),
    ...(clauses.length === 0 ? [] : [["Clauses", clauses.join(", ")]]),
  ];
  return [
    heading(3, parent === undefined ? what : `${what} (${parent})`),
    { kind: "table", caption: upperFirst(verdict.replaceAll("-", " ")), head: ["What", "How it was"], rows: cells },
  ];
}
