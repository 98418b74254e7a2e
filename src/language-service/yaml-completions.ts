// A policy in YAML and a place in it → the keys that may stand there, or the words: those of the same phrase in the text form, which
// is put before what was written, so that one grammar answers for both.

import { completionsAt } from "./completions.ts";
import type { Completion, Known, Suggestion } from "./completions.ts";
import { mergeInYaml } from "./merge-completions.ts";
import { keysOf, yamlPlaceAt } from "./yaml-place.ts";
import type { YamlPlace, YamlValue } from "./yaml-place.ts";

export function yamlCompletionsAt(text: string, offset: number, known: Known): Completion | undefined {
  const merge = mergeInYaml(text, offset, known.model);
  if (merge !== undefined) return merge;
  const place = yamlPlaceAt(text, offset);
  if (place === undefined) return undefined;
  const answers = [keysAt(place), ...place.values.map((value) => valuesAt(place, value, known))];
  const [first] = answers.filter(({ options }) => options.length > 0);
  if (first === undefined) return undefined;
  const together = answers.filter(({ from }) => from === first.from).flatMap(({ options }) => options);
  return { from: first.from, options: [...new Map(together.map((option) => [option.label, option])).values()] };
}

/** What a key means, for whoever points at it. */
export function yamlKeyAt(text: string, offset: number): { readonly key: string; readonly says: string } | undefined {
  const [, key = ""] = /^([a-z-]+):/.exec(text.slice(wordStart(text, offset))) ?? [];
  const place = key === "" ? undefined : yamlPlaceAt(text, wordStart(text, offset));
  for (const sort of place?.sorts ?? []) {
    const shape = Object.hasOwn(keysOf(sort), key) ? keysOf(sort)[key] : undefined;
    if (shape !== undefined) return { key, says: shape.says };
  }
  return undefined;
}

function wordStart(text: string, offset: number): number {
  return offset - (/[A-Za-z-]*$/.exec(text.slice(0, offset))?.[0].replace(/^-+/, "").length ?? 0);
}

function keysAt({ sorts, present, from }: YamlPlace): Completion {
  const options = sorts.flatMap((sort) =>
    Object.entries(keysOf(sort))
      .filter(([key]) => !present.includes(key))
      .map(([key, { says }]): Suggestion => ({ label: key, kind: "word", detail: says })),
  );
  return { from, options };
}

function valuesAt({ typed, from }: YamlPlace, { key, of, shape }: YamlValue, known: Known): Completion {
  const words = (...labels: readonly string[]): readonly Suggestion[] =>
    labels.map((label): Suggestion => ({ label, kind: "word", detail: "" }));
  const asText = (before: string): Completion => {
    const lead = `school policy any "Any"\n${before}`;
    const found = completionsAt(lead + typed, lead.length + typed.length, known);
    return { from: from + (found?.from ?? lead.length) - lead.length, options: found?.options ?? [] };
  };
  switch (shape.kind) {
    case "phrase":
      return asText(leadOf(of, key, shape.phrase) + shape.opening);
    case "choice":
      return { from, options: words(...shape.choices) };
    case "yes":
      return { from, options: words("yes", "no") };
    case "code":
      return asText("coding any {\n");
    case "clause":
      return asText("parameter any is 1 week [");
    case "facts":
      return asText(
        of === "example-pupil" ? 'example "e" {\npupil ' : 'example "e" {\non 2026-01-01 09:00 arrives with ',
      );
    case "rhythm":
      return asText("duty any every ");
    case "words-or-hole":
      return asText("status any from start until ");
    case "time-or-hole":
      return { from, options: words("unspecified") };
    case "code-or-name":
      return asText("register morning {\n");
    case "text":
    case "date":
    case "date-time":
    case "date-or-moment":
    case "count":
      return { from, options: [] };
  }
}

const inStep = "procedure any for each pupil {\nstep any when absent {\n";
const inExample = 'example "any" {\n';

/** The words of the text form before such a phrase; under some keys a phrase of one kind stands in other words. */
function leadOf(of: YamlValue["of"], key: string, phrase: string): string {
  return byKey.get(`${of} ${key}`) ?? byPhrase.get(phrase) ?? "";
}

const byKey: ReadonlyMap<string, string> = new Map([
  ["extends is", "extends "],
  ["word same-as", "role any same as "],
  ["word needs", "role any needs "],
  ["code category", 'code X "any" '],
  ["register for", "register morning for "],
  ["register-moment moment", "register morning {\n"],
  ["act by", "act any by "],
  ["status from", "status any from "],
  ["decision by", 'decision any "any" by '],
  ["step if", "procedure any for each pupil {\nstep any when absent "],
  ["step unless", "procedure any for each pupil {\nstep any when absent "],
  ["register-zone unless", "register morning {\nL after 09:00 "],
  ["document-field needs", 'document any "any" {\nneeds '],
  ["document-field as", 'document any "any" {\nneeds any as '],
  ["document-text part", 'document any "any" {\nsays '],
  ["document-field may-have", 'document any "any" {\nneeds '],
  ["example-pupil flagged", `${inExample}pupil year 4, flagged `],
  ["example-pupil parents", `${inExample}pupil year 4, parents `],
  ["example-staff staff", `${inExample}staff `],
]);

const byPhrase: ReadonlyMap<string, string> = new Map([
  ["condition", "status any when "],
  ["operand", "measure any is "],
  ["dated", "parameter any is "],
  ["sentence", inStep],
  ["cadence", inStep],
  ["length", `${inStep}wait `],
  ["extent", 'decision any "any" within '],
  ["trigger", "procedure any for each pupil {\nstep any "],
  ["anchor", "procedure any for each "],
  ["fields", "act any recording "],
  ["record", `${inExample}on 2026-01-05 `],
  ["expected", `${inExample}on 2026-01-05 expect `],
  ["zone-edges", "register morning {\nL "],
  ["band-edges", 'bands any of attendance this year {\n"any" '],
  ["literal", "parameter any is "],
]);
