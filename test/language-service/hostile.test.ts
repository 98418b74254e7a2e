// Damaged policies in both forms, asked of at chance places everything that an editor may ask: nothing throws, and whatever is answered
// lies in the text. `HOSTILE=10000` asks of that many.

import { expect, test } from "vitest";
import { withYaml } from "../../src/compile.ts";
import { draft } from "../../src/draft.ts";
import type { Draft } from "../../src/draft.ts";
import { bindingsOf } from "../../src/language-service/bindings.ts";
import { codeLenses, exampleLens } from "../../src/language-service/code-lenses.ts";
import { completionsAt } from "../../src/language-service/completions.ts";
import { fixesAt } from "../../src/language-service/fixes-at.ts";
import { hoverAt } from "../../src/language-service/hover.ts";
import { inlayHints } from "../../src/language-service/inlay-hints.ts";
import { layOutPolicy } from "../../src/language-service/lay-out.ts";
import { definitionsAt, referencesAt } from "../../src/language-service/references.ts";
import { rename, renamePlace } from "../../src/language-service/rename.ts";
import { stretchesAt } from "../../src/language-service/selection.ts";
import { semanticTokens } from "../../src/language-service/semantic-tokens.ts";
import { foldsOf, symbolsOf } from "../../src/language-service/symbols.ts";
import { yamlCompletionsAt, yamlKeyAt } from "../../src/language-service/yaml-completions.ts";
import { makeSource } from "../../src/source/text.ts";
import { policyBases, usualCalendar } from "../hostile/policy-bases.ts";
import type { PolicyBase } from "../hostile/policy-bases.ts";
import { damagePolicy } from "../hostile/mutate-policy.ts";
import { knownDay } from "../../src/school/day.ts";
import { makeChance, pick } from "../random-record.ts";
import type { Chance } from "../random-record.ts";

const cases = Number(process.env["HOSTILE"] ?? 30);
const today = knownDay("2026-03-13");

interface Place {
  readonly from: number;
  readonly to: number;
}

/** Everything that was answered with a place in the text. */
function askEverything(read: Draft, offset: number, chance: Chance): readonly Place[] {
  const { source, ast, model, diagnostics } = read;
  const { text } = source;
  const known = { model, clauses: [], layers: [] };
  const yaml = source.name.endsWith(".yaml");
  const completion = (yaml ? yamlCompletionsAt : completionsAt)(text, offset, known);
  const explained = { ast, model, layer: read, clauseOf: () => undefined, today, calendar: usualCalendar };
  const hover = hoverAt(text, offset, explained);
  const shelf = [read];
  const here = (spans: readonly (Place & { readonly source?: unknown })[]) =>
    spans.filter((span) => span.source === undefined || span.source === source);
  if (yaml) yamlKeyAt(text, offset);
  renamePlace({ layer: read, offset, shelf });
  if (chance(4) === 0) {
    const redraft = (texts: ReadonlyMap<string, string>) =>
      [...texts].map(([name, changed]) =>
        draft(makeSource(name, changed), withYaml({ layer: () => undefined, beside: () => undefined })),
      );
    rename({ layer: read, offset, shelf, redraft }, pick(chance, ["zebra", "must", "a b", '"', "attendance", ""]));
  }
  const [lens] = codeLenses(read).slice(1);
  if (lens !== undefined && chance(6) === 0) exampleLens(read, lens.span.from, usualCalendar);
  fixesAt(source, diagnostics, offset, offset);
  return [
    ...(completion === undefined ? [] : [{ from: completion.from, to: offset }]),
    ...(hover === undefined ? [] : [hover]),
    ...here(definitionsAt(read, offset)),
    ...here(referencesAt(read, offset, shelf).map(({ span }) => span)),
    ...bindingsOf(read).map(({ span }) => span),
    ...semanticTokens(read),
    ...inlayHints({ layer: read, today, calendar: usualCalendar, shelf }, 0, text.length).map(({ offset: at }) => ({
      from: at,
      to: at,
    })),
    ...(ast === undefined
      ? []
      : [...foldsOf(ast), ...symbolsOf(ast).map(({ span }) => span), ...stretchesAt(ast, offset)]),
  ];
}

test(
  `${cases} damaged policies answer whatever an editor asks, with places in their text`,
  { timeout: 3_600_000 },
  () => {
    const { small, real } = policyBases();
    const wrong: string[] = [];
    let answered = 0;
    for (let number = 1; number <= cases; number++) {
      const chance = makeChance(number);
      const base: PolicyBase = pick(chance, chance(12) === 0 ? real : small);
      const { text, done } = damagePolicy(base.text, base.form, chance);
      try {
        const source = makeSource(base.path, text);
        const read = draft(source, withYaml(base.library));
        for (let times = 4; times > 0; times--) {
          const places = askEverything(read, chance(source.text.length + 1), chance);
          answered += places.length;
          const outside = places.find(({ from, to }) => from < 0 || from > to || to > source.text.length);
          if (outside !== undefined)
            wrong.push(`${number} (${base.name}: ${done.join(", ")}): ${JSON.stringify(outside)}`);
        }
        layOutPolicy(source);
      } catch (error) {
        wrong.push(
          `${number} (${base.name}: ${done.join(", ")}): ${error instanceof Error ? (error.stack ?? "") : String(error)}`,
        );
      }
    }
    expect(wrong).toEqual([]);
    expect(answered).toBeGreaterThan(cases * 10);
  },
);
