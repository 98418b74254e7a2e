// The papers of the schools' policies: golden files that were read by eye, and what every one of them must keep to.

import { describe, expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { clauseTable, parentsPage, readingGrade, staffProtocol, toHtml, toMarkdown } from "../../src/documents.ts";
import { coverClauses } from "../../src/coverage/clause-coverage.ts";
import { knownDay } from "../../src/school/day.ts";
import { makeSource } from "../../src/source/text.ts";
import { goldenFolder } from "../golden-folder.ts";
import { compileFile } from "../policy-files.ts";

const golden = goldenFolder(new URL("./golden/", import.meta.url));
const day = knownDay("2026-03-13");

function policyOf(name: string) {
  const { model, ast, clauses } = compileFile(new URL(`../../policies/${name}/${name}.rollcall`, import.meta.url));
  if (model === undefined || ast === undefined || clauses === undefined) throw new Error(`${name} is not whole`);
  return { model, ast, clauses };
}

describe.each(["hall-green", "delapre", "rufford", "newquay", "slade"])("%s", (name) => {
  const { model } = policyOf(name);

  test("the page for parents is as it was read", async () => {
    await golden(`${name}-parents.md`, toMarkdown(parentsPage(model, day)));
  });

  test("the protocol for staff is as it was read", async () => {
    await golden(`${name}-protocol.md`, toMarkdown(staffProtocol(model, day)));
  });

  test("the page for parents asks for seven years of school at most", () => {
    expect(readingGrade(parentsPage(model, day))).toBeLessThanOrEqual(7);
  });

  test("no name of a rule stands in the page for parents where words belong", () => {
    const names = [model.procedures, model.statuses, model.measures, model.parameters, model.decisions, model.acts]
      .flatMap((table) => [...table.keys()])
      // These are English as well.
      .filter((each) => each.includes("-") && !["part-time", "long-term"].includes(each));
    const said = toMarkdown(parentsPage(model, day));
    expect(names.filter((each) => new RegExp(`(?<![\\w-])${each}(?![\\w-])`).test(said))).toEqual([]);
  });
});

describe.each(["england", "invictus", "celt", "atlp", "hall-green", "delapre", "rufford", "newquay", "slade"])(
  "%s, clause by clause",
  (name) => {
    const policy = policyOf(name);
    const paper = clauseTable(policy, day);
    const tables = paper.blocks.flatMap((block) => (block.kind === "table" ? [block] : []));

    test("the table is as it was read", async () => {
      await golden(`${name}-clauses.md`, toMarkdown(paper));
    });

    test("every clause has one row, and the counts are those of the coverage", () => {
      const ids = [...policy.clauses.clauses.keys()];
      expect(tables.at(-1)?.rows.map(([id]) => id)).toEqual(ids);
      const { evaluated, noted, missing } = coverClauses(policy.ast, ids);
      const counts = [ids, evaluated, noted, missing].map((list) => String(list.length));
      expect(tables[0]?.rows.at(-1)).toEqual(["All", ...counts]);
    });

    test("every row says what the rules make of its clause, and nobody is shown a brace of the language", () => {
      for (const [id, , , said] of tables.at(-1)?.rows ?? []) {
        expect(said, id).toMatch(/^\S.*[.”]$/);
        expect(said, id).not.toMatch(/[{}]|\bunspecified\b/);
      }
    });
  },
);

test("a clause that no rule and no note speaks of stands at the head of its table", () => {
  const policy = policyOf("newquay");
  const [first = ""] = policy.clauses.clauses.keys();
  const emptied = { ...policy, ast: { ...policy.ast, declarations: [] } };
  const paper = clauseTable(emptied, day);
  const said = toMarkdown(paper);
  expect(said).toContain("## In no rule and no note");
  expect(said.indexOf(`- ${first} (`)).toBeLessThan(said.indexOf("## Every clause"));
  expect(said).toContain("| In no rule and no note. |");
});

function papersOf(text: string) {
  const { model } = compile(makeSource("made-up.rollcall", text), { layer: () => undefined, beside: () => undefined });
  if (model === undefined) throw new Error("the policy is not sound");
  return { parents: parentsPage(model, day), protocol: staffProtocol(model, day) };
}

const small = `school policy made-up "Bell & <b>Book</b> School"
in force from 2025-09-01
code / "Present" attending on site
code O "Absent without leave" unauthorised
role parents "Parents"
role office "School office, at the gate"
act telephone "telephoned"
act send "sent"
channel phone "Telephone"
register morning {
  opens 09:00
  closes 09:20
}
decision worrying "Is it | worrying?" by office
procedure away "Away" for each absence {
  step call "Call" on start {
    wait 20 minutes
    if not telephoned today {
      office must telephone parents through phone by 09:45 unless worrying
    }
  }
  step letter "Letter" when attendance this year below 95% and worrying {
    office must send letter to parents within 5 school days
  }
}
`;

test("a condition, a wait, a channel and a deadline are told in one sentence, to parents as to whom it happens", () => {
  const { parents, protocol } = papersOf(small);
  expect(toMarkdown(parents)).toContain(
    "After 20 minutes, if “telephoned” is not on record today, the school office must telephone you by telephone by 09:45, unless the school office answers “yes” to “Is it \\| worrying?”.",
  );
  expect(toMarkdown(protocol)).toContain("The school office must send a letter to the parents within 5 school days.");
});

test("a policy's own words are never markup: not in Markdown, not in a page, not in a drawing", () => {
  const { parents, protocol } = papersOf(small);
  expect(toMarkdown(parents)).toContain("Bell \\& \\<b\\>Book\\</b\\> School");
  for (const page of [toHtml(parents), toHtml(protocol)]) {
    expect(page).toContain("Bell &amp; &lt;b&gt;Book&lt;/b&gt; School");
    expect(page).not.toContain("<b>Book");
  }
});

test("a ladder is drawn with its words for who cannot see it", () => {
  const { protocol } = papersOf(small);
  const drawings = protocol.blocks.filter((block) => block.kind === "drawing");
  expect(drawings).toHaveLength(1);
  expect(drawings[0]?.words).toContain("Away: Call, then Letter (");
  expect(toHtml(protocol)).toContain('<figure role="img" aria-label="Away: Call');
});

test("what the policy does not say is told, and no figure is put in its place", () => {
  const { parents, protocol } = papersOf(
    small.replace("opens 09:00", "opens unspecified").replace("by 09:45", "by unspecified"),
  );
  expect(toMarkdown(parents)).toContain("| The morning register opens | the policy does not say |");
  expect(toMarkdown(protocol)).toContain("(no time given)");
  expect(toMarkdown(parents)).toContain("Where no time is shown, the rules do not give one.");
  expect(toMarkdown(parents)).not.toContain("09:45");
});
