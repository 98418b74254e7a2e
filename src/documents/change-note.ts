// Two policies compared → the note that governors read before they vote: what changes, from when, what it comes to and for whom,
// which readings are taken otherwise, and what could not be proved, said as such.

import type { PolicyDiff } from "../diff/compare-policies.ts";
import type { PopulationDiff } from "../diff/compare-populations.ts";
import { sayVerdictReason, whomItTouches } from "../diff/print-diff.ts";
import type { Judgement, Verdict } from "../diff/verdict.ts";
import { sayDay } from "../explain/say.ts";
import { changedProvisions } from "./changed-provisions.ts";
import { counted, heading, list, paragraph } from "./document.ts";
import type { Block, Paper } from "./document.ts";
import { schoolEffects } from "./school-effects.ts";

export interface ChangeNoteParts {
  readonly diff: PolicyDiff;
  /** What it would do at a school whose records were read. */
  readonly population?: PopulationDiff | undefined;
}

export function changeNote({ diff, population }: ChangeNoteParts): Paper {
  const { first, second } = diff;
  const titles = [first, second].map(({ policy }) => policy.model.title);
  const whose = titles[0] === titles[1] ? (titles[1] ?? "") : titles.join(" and ");
  return {
    title: `Attendance at ${whose}: a note for governors on what changes`,
    about: `Before stands for ${first.label}, after for ${second.label}. All of it was worked out from the rules themselves.`,
    blocks: [
      heading(2, "In short"),
      ...list([...fromWhen(diff), ...inShort(diff)]),
      ...changedProvisions(diff),
      ...outcomeBlocks(diff),
      ...(population === undefined ? [] : schoolEffects(population)),
    ],
  };
}

// ---------------------------------------------------------------- in short

function fromWhen({ first, second }: PolicyDiff): readonly string[] {
  if (first.onDay || second.onDay)
    return [`The rules of ${sayDay(first.day)} are set beside those of ${sayDay(second.day)}.`];
  const [was, is] = [first, second].map(({ policy }) => policy.model.inForce?.from);
  if (is === undefined) return ["The policy after does not say from when it is in force."];
  if (was === is)
    return [`Both say that they are in force from ${sayDay(is)}: the day of the change is yet to be set.`];
  return [`The policy after is in force from ${sayDay(is)}.`];
}

function inShort({ changes, outcomes }: PolicyDiff): readonly string[] {
  const both = changes.filter(({ before, after }) => before !== undefined && after !== undefined).length;
  const gone = changes.filter(({ after }) => after === undefined).length;
  const added = changes.length - both - gone;
  const parts = [
    `${counted(both, "rule says", "rules say")} something else`,
    gone === 0 ? "nothing falls away" : `${counted(gone, "falls", "fall")} away`,
    added === 0 ? "nothing is new" : `${counted(added, "is", "are")} new`,
  ];
  const number = (verdict: Verdict): number => outcomes.filter((each) => each.verdict === verdict).length;
  const unproved = number("not-shown");
  return [
    changes.length === 0 ? "No rule says anything else." : `${parts.slice(0, 2).join(", ")}, and ${parts[2]}.`,
    `Of ${counted(outcomes.length, "outcome", "outcomes")} that both have, ${number("same")} are the same, ${number("stricter")} stricter, ${number("looser")} looser, and ${number("different")} different without being only one or the other.`,
    ...(unproved === 0
      ? []
      : [
          `For ${unproved} more it could not be proved whether anybody is treated otherwise. They stand under their own heading.`,
        ]),
  ];
}

// ---------------------------------------------------------------- what it comes to

const PARTS: readonly { readonly verdict: Verdict; readonly title: string; readonly about: string }[] = [
  {
    verdict: "stricter",
    title: "Stricter",
    about:
      "Whoever was reached before still is, and more are; or a thing is due sooner, or costs more. This is proved for everyone.",
  },
  {
    verdict: "looser",
    title: "Looser",
    about:
      "Nobody is reached who was not reached before, and some no longer are; or a thing is due later, or costs less. This is proved for everyone.",
  },
  {
    verdict: "different",
    title: "Different",
    about: "The pupil beside each is treated otherwise. Which way it goes for all others is not claimed.",
  },
  {
    verdict: "not-shown",
    title: "Not proved either way",
    about:
      "The rules differ here. It was not proved that all are treated alike, and no pupil was found who is not. Read this as an open question, not as “no change”.",
  },
];

function outcomeBlocks({ outcomes }: PolicyDiff): readonly Block[] {
  const parts = PARTS.flatMap(({ verdict, title, about }) => {
    const mine = outcomes.filter((each) => each.verdict === verdict);
    return mine.length === 0 ? [] : [heading(3, title), paragraph(about), ...mine.flatMap(judgementBlocks)];
  });
  return [
    heading(2, "What that comes to, and for whom"),
    ...(parts.length === 0 ? [paragraph("Nobody is treated otherwise by what both policies have.")] : parts),
  ];
}

function judgementBlocks(judgement: Judgement): readonly Block[] {
  const { title, turning, witness } = judgement;
  // That it is proved stands over the whole part.
  const reason = sayVerdictReason(judgement).replace(/ ?Proved for everyone\.$/, "");
  const example =
    witness === undefined
      ? []
      : [
          `For example: ${witness.says}`,
          ...(witness.second.day === witness.pupil.day
            ? []
            : [`After, the same pupil is looked at on ${sayDay(witness.second.day)}.`]),
          `Before: ${stopped(witness.before)}`,
          `After: ${stopped(witness.after)}`,
        ];
  return [paragraph(`${stopped(title)} ${reason}`.trim()), ...list([...whomItTouches(turning), ...example])];
}

function stopped(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
