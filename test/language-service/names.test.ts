// Names of a nation, a trust and a school: what each word names, where it is declared, and what comes of another name for it.

import { describe, expect, test } from "vitest";
import { withYaml } from "../../src/compile.ts";
import { applyEdits } from "../../src/diagnostics/apply-fixes.ts";
import { draft } from "../../src/draft.ts";
import type { Draft, Library } from "../../src/draft.ts";
import { bindingAt, bindingsOf } from "../../src/language-service/bindings.ts";
import { definitionsAt, referencesAt } from "../../src/language-service/references.ts";
import { rename, renamePlace } from "../../src/language-service/rename.ts";
import { makeSource, positionOf, spanText } from "../../src/source/text.ts";
import { policyPaths } from "../generate/yaml-files.ts";
import { libraryOf, readText } from "../policy-files.ts";
import { root } from "../source-files.ts";

const texts = {
  "land.rollcall": `nation policy land "A land"
code / "Present in the morning" attending on site
code \\ "Present in the afternoon" attending on site
code O "Absent without leave" unauthorised
role headteacher "Headteacher"
role office "The office"
role parents "Parents"
channel by-post "By post"
reason illness "Illness"
act send "sent" recording reason by headteacher
act visit by office
parameter reply-time is 5 school days
`,
  "school.rollcall": `school policy school-a "A school"
extends land
flag watched "Watched"
parameter line is 95%
measure lates is count of late sessions this term
status low "Low" when attendance this year below line or lates at least 3 sessions
bands level of attendance this year {
  "At risk" below 90%
  "Fine" at least 90%
}
document warning-letter "A warning" { needs attendance-figure }
decision serious "Is it serious?" by headteacher { answers yes, no }
procedure concern "Concern" for each year {
  step letter when low and (serious or watched) {
    office must send warning letter to parents through by-post within reply-time
  }
  step call when letter done and warning-letter sent and reason is illness and level is at-risk {
    office must visit parents
  }
  step after-all when visit done since letter { office must hold meeting }
  ends when meeting held
}
act hold "held" by office
example "as it goes" {
  pupil year 4, flagged watched
  on 2025-09-19 09:00 log send warning-letter to parents with reason illness
  on 2025-09-20 expect no low
}
`,
};

type Texts = Readonly<Record<string, string>>;

function readAll(all: Texts): readonly Draft[] {
  const sources = Object.entries(all).map(([name, text]) => makeSource(name, text));
  const library: Library = withYaml({
    layer: (name) => sources.find((source) => source.name === `${name}.rollcall`),
    beside: () => undefined,
  });
  return sources.map((source) => draft(source, library));
}

const [land, school] = readAll(texts) as [Draft, Draft];
const shelf = [land, school];
const redraft = (changed: ReadonlyMap<string, string>): readonly Draft[] =>
  readAll({ ...texts, ...Object.fromEntries(changed) });

const offsetOf = ({ source }: Draft, words: string, into = 0): number => {
  const at = source.text.indexOf(words);
  if (at < 0) throw new Error(`nothing says ${words}`);
  return at + into;
};

/** The policies afterwards, or why nothing is changed. */
function renamedIn(all: Texts, name: string, offset: number, wanted: string): Texts | string {
  const around = readAll(all);
  const layer = around.find(({ source }) => source.name === name) as Draft;
  const again = (changed: ReadonlyMap<string, string>) => readAll({ ...all, ...Object.fromEntries(changed) });
  const answer = rename({ layer, offset, shelf: around, redraft: again }, wanted);
  if ("refusal" in answer) return answer.refusal;
  return Object.fromEntries(
    around.map(({ source }) => [
      source.name,
      applyEdits(
        source,
        answer.edits.filter(({ span }) => span.source === source),
      ),
    ]),
  );
}

function renamedAt(layer: Draft, words: string, wanted: string, into = 0): Texts | string {
  return renamedIn(texts, layer.source.name, offsetOf(layer, words, into), wanted);
}

describe("what a word names", () => {
  test.each([
    ["below line", 6, "parameter", "line"],
    ["lates at least", 0, "measure", "lates"],
    ["serious or", 0, "decision", "serious"],
    ["watched) {", 0, "word", "watched"],
    ["warning letter", 0, "object", "warning-letter"],
    ["warning letter", 9, "object", "warning-letter"],
    ["by-post", 0, "word", "by-post"],
    ["reply-time\n", 0, "parameter", "reply-time"],
    ["letter done", 0, "step", "letter"],
    ["warning-letter sent", 0, "object", "warning-letter"],
    ["sent and", 0, "act", "send"],
    ["reason is illness", 0, "field", "reason"],
    ["illness and", 0, "word", "illness"],
    ["level is", 0, "bands", "level"],
    ["at-risk {", 0, "band", "At risk"],
    ["visit done", 0, "act", "visit"],
    ["since letter", 6, "step", "letter"],
    ["meeting held", 0, "object", "meeting"],
    ["held\n", 0, "act", "hold"],
    ["flagged watched", 8, "word", "watched"],
    ["with reason", 5, "field", "reason"],
    ["extends land", 8, "layer", "land"],
  ] as const)("%s, %i in, names %s %s", (words, into, table, name) => {
    expect(bindingAt(school, offsetOf(school, words, into))?.target).toMatchObject({ table, name });
  });

  test("comments, titles and words of the language name nothing", () => {
    for (const words of ["attendance this year below", "must send", "year 4", '"Low"'])
      expect(bindingAt(school, offsetOf(school, words, 1))?.target.name ?? "nothing").toBe("nothing");
  });

  test.each(policyPaths)("in %s each word stands where its name is written", (path) => {
    const file = new URL(`${path}.rollcall`, `file://${root}`);
    const source = readText(file);
    if (source === undefined) throw new Error(`no file ${path}`);
    const read = draft(source, withYaml(libraryOf(file)));
    const odd = bindingsOf(read).filter(({ span, target, part }) => {
      const said = spanText(span).replaceAll(/^"|"$/g, "").replaceAll(/\s+/g, "-").toLowerCase();
      const called = target.name.replaceAll(/[^A-Za-z0-9/\\#().-]+/g, "-").toLowerCase();
      return part === "name" && said !== called && target.table !== "band";
    });
    expect(odd.map(({ span, target }) => `${spanText(span)} is not ${target.name}`)).toEqual([]);
    expect(bindingsOf(read).length).toBeGreaterThan(300);
  });
});

describe("where a name is declared and used", () => {
  const places = (spans: readonly { readonly source: { readonly name: string } }[]) =>
    spans.map((span) => `${span.source.name}:${positionOf(span as Parameters<typeof positionOf>[0]).line}`);

  test("a name of the nation leads there, and from there to every school", () => {
    const offset = offsetOf(school, "reply-time\n");
    expect(places(definitionsAt(school, offset))).toEqual(["land.rollcall:12"]);
    const used = referencesAt(land, offsetOf(land, "reply-time"), shelf).map(({ span }) => span);
    expect(places(used)).toEqual(["land.rollcall:12", "school.rollcall:15"]);
  });

  test("an act is found by its name and by the words for it once it is done", () => {
    const found = referencesAt(land, offsetOf(land, "send"), shelf);
    expect(found.map(({ span }) => spanText(span))).toEqual(["send", '"sent"', "send", "sent", "send"]);
  });

  test("of a thing that nothing declares, the first word that speaks of it stands for its declaration", () => {
    expect(places(definitionsAt(school, offsetOf(school, "meeting held")))).toEqual(["school.rollcall:20"]);
  });
});

describe("another name", () => {
  test("goes through all layers that speak of it, in each way in which it is written", () => {
    const after = renamedAt(school, "warning letter", "final-notice");
    expect(after).toMatchObject({ "land.rollcall": texts["land.rollcall"] });
    const text = (after as Texts)["school.rollcall"] ?? "";
    expect(text).toContain('document final-notice "A warning"');
    expect(text).toContain("must send final notice to parents");
    expect(text).toContain("final-notice sent");
    expect(text).toContain("log send final-notice");
    expect(text).not.toMatch(/warning[ -]letter/);
  });

  test("of an act changes its name, or its words, each by itself; without words of its own both are one", () => {
    const named = renamedAt(land, "send", "post") as Texts;
    expect(named["land.rollcall"]).toContain('act post "sent"');
    expect(named["school.rollcall"]).toContain("must post warning letter");
    expect(named["school.rollcall"]).toContain("warning-letter sent");
    const said = renamedAt(school, "sent and", "put in the post") as unknown;
    expect(said).toMatch(/cannot be a name/);
    const words = renamedAt(school, "sent and", "posted") as Texts;
    expect(words["land.rollcall"]).toContain('act send "posted"');
    expect(words["school.rollcall"]).toContain("warning-letter posted");
    const both = renamedAt(land, "visit", "home-visit") as Texts;
    expect(both["school.rollcall"]).toContain("home-visit done since");
    expect(both["school.rollcall"]).toContain("must home-visit parents");
  });

  test("and back again gives every text as it was, for every name that an author gave", () => {
    const tried = new Set<string>();
    for (const layer of shelf)
      for (const { span, target, part, declares } of bindingsOf(layer)) {
        if (!declares || "refusal" in renamePlace({ layer, offset: span.from, shelf })) continue;
        const { name } = layer.source;
        const after = renamedIn(texts, name, span.from, "zebra-crossing");
        // What a decision's bare name asks for is a word of the language.
        if (target.table === "answer" && target.name === "yes") {
          expect(after).toMatch(/could no longer be read/);
          continue;
        }
        if (typeof after === "string") throw new Error(`${target.table} ${target.name}: ${after}`);
        const word = part === "saying" ? spanText(span).slice(1, -1) : target.name;
        const changed = readAll(after).find(({ source }) => source.name === name) as Draft;
        const moved = bindingsOf(changed).find(
          (each) => each.declares && each.part === part && spanText(each.span).includes("zebra-crossing"),
        );
        expect(renamedIn(after, name, moved?.span.from ?? 0, word), `${target.table} ${target.name}`).toEqual(texts);
        tried.add(target.table);
      }
    expect([...tried].toSorted()).toEqual([
      "act",
      "answer",
      "bands",
      "decision",
      "field",
      "measure",
      "object",
      "parameter",
      "procedure",
      "status",
      "step",
      "word",
    ]);
  });

  test.each([
    ["below line", 6, "reply-time", /`reply-time` is already a parameter: land\.rollcall, line 12/],
    ["below line", 6, "low", /would change what `line` means|could no longer be read/],
    ["below line", 6, "must", /cannot be a name/],
    ["below line", 6, "Line", /cannot be a name/],
    ["below line", 6, "", /cannot be a name/],
    ["level is", 0, "attendance", /would change what|could no longer be read/],
    ["at-risk {", 0, "worse", /named by its title/],
    ["extends land", 8, "country", /also that of its file/],
    ["attendance this", 0, "presence", /no name here/],
  ] as const)("stays where it was: %s, %i in, as %j", (words, into, wanted, why) => {
    expect(renamedAt(school, words, wanted, into)).toMatch(why);
  });

  test("is not given to what belongs to a layer that is not among the files", () => {
    const offset = offsetOf(school, "reply-time\n");
    const answer = rename({ layer: school, offset, shelf: [school], redraft }, "answer-time");
    expect(answer).toEqual({
      refusal:
        "`reply-time` is a parameter of “A land”, which is not among the files open here: it is not yours to rename.",
    });
  });
});
