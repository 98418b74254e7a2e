// A place within the braces of a letter's text → what may be printed there: the fields of the document as they stand above the
// place, what every letter knows, and what the policy calls its figures, roles and services.

import { knownMerges } from "../checker/check-document-texts.ts";
import type { Model } from "../checker/model.ts";
import type { Completion, Suggestion } from "./completions.ts";
import { knownNames } from "./known-names.ts";
import type { NameSort } from "./known-names.ts";

/** Undefined outside of braces. `line` is what stands before the place on its line. */
export function mergeBefore(
  text: string,
  line: string,
  offset: number,
  model: Model | undefined,
): Completion | undefined {
  const open = /^\s*says (?:[a-z][a-z0-9-]* )?"(?:[^"]|"")*\{([a-z0-9-]*)$/.exec(line);
  if (open === null) return undefined;
  const fields = fieldsAbove(text.slice(0, offset)).map((label): Suggestion => ({ label, kind: "field", detail: "" }));
  return mergesAt(offset - (open[1] ?? "").length, fields, model);
}

/** The same in YAML, where a paragraph may stand in quotation marks or without. */
export function mergeInYaml(text: string, offset: number, model: Model | undefined): Completion | undefined {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  const open = /^\s*(?:- )?says: ["']?.*\{([a-z0-9-]*)$/.exec(line);
  if (open === null) return undefined;
  const fields = yamlFieldsAbove(text.slice(0, offset)).map((label): Suggestion => ({
    label,
    kind: "field",
    detail: "",
  }));
  return mergesAt(offset - (open[1] ?? "").length, fields, model);
}

function mergesAt(from: number, fields: readonly Suggestion[], model: Model | undefined): Completion {
  const known = Object.entries(knownMerges).map(([label, detail]): Suggestion => ({ label, kind: "word", detail }));
  const named = (model === undefined ? [] : knownNames(model))
    .filter(({ sort }) => printed.has(sort))
    .map(({ name, sort, title, says }): Suggestion => ({
      label: name,
      kind: sort,
      detail: title === "" ? says : title,
    }));
  const options = [...fields, ...known, ...named];
  return {
    from,
    options: [...new Map(options.toReversed().map((option) => [option.label, option])).values()].toReversed(),
  };
}

const printed: ReadonlySet<NameSort> = new Set([
  "measure",
  "parameter",
  "bands",
  "role",
  "service",
  "channel",
  "reason",
] as const);

/** Of the document that is being written, from its head on. */
function fieldsAbove(before: string): readonly string[] {
  const within = before.slice(before.lastIndexOf("\ndocument ") + 1);
  return [...within.matchAll(/^\s*(?:needs|may have) ([a-z][a-z0-9-]*)/gm)].map(([, name = ""]) => name);
}

function yamlFieldsAbove(before: string): readonly string[] {
  const within = before.slice(before.lastIndexOf(" fields:") + 1);
  return [...within.matchAll(/^\s*- (?:\{ ?)?(?:(?:needs|may-have): )?([a-z][a-z0-9-]*)(?=[\s,}]|$)/gm)].map(
    ([, name = ""]) => name,
  );
}
