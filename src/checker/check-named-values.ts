// Names that the policy declares, where a figure is wanted → measures, parameters, fields, and what a row of bands is worth.

import { assertNever } from "../support/assert-never.ts";
import type * as Ast from "../syntax/ast.ts";
import { checkEvent } from "./check-events.ts";
import { ruleMessages } from "./diagnostics.ts";
import type { Meaning } from "./meanings.ts";
import type { ValueName } from "./names.ts";
import { mayHaveNoTime, mayHaveNoWindow } from "./no-time.ts";
import type { Scope } from "./scope.ts";
import type { Typed } from "./typed.ts";
import { NUMBER } from "./value-types.ts";

type NamedMeaning = Extract<Meaning, { kind: "named" }>;

/** `no-value` for names of things that are no figures; the caller says so. */
export function checkNamedValue(
  scope: Scope,
  phrase: Ast.Phrase,
  meaning: NamedMeaning,
): Typed | undefined | "no-value" {
  const { span } = phrase;
  const { declared } = meaning;
  const { names } = scope;
  switch (meaning.sort) {
    case "measure":
      return checkMeasureUse(scope, phrase, names.measures.get(declared.name));
    case "parameter": {
      if (!mayHaveNoTime(scope, phrase, "a parameter is one value for all")) return undefined;
      const type = names.parameters.get(declared.name)?.type();
      const value = { kind: "parameter", name: declared.name, type: type ?? { kind: "text" }, span } as const;
      return { value, type, span, counts: false, declared };
    }
    case "field": {
      if (!mayHaveNoTime(scope, phrase, "it is what the record says")) return undefined;
      const type = { kind: names.fields.get(declared.name)?.type ?? "text" } as const;
      return {
        value: { kind: "field", field: declared.name, type, span },
        type,
        span,
        counts: type.kind === "number",
        declared,
      };
    }
    case "bands":
      return checkWorth(scope, phrase, declared.name);
    case "status":
    case "flag":
    case "group":
    case "decision":
    case "reason":
    case "channel":
    case "service":
    case "role":
    case "document":
    case "procedure":
    case "duty":
      return "no-value";
    default:
      return assertNever(meaning.sort);
  }
}

function checkMeasureUse(scope: Scope, phrase: Ast.Phrase, measure: ValueName | undefined): Typed | undefined {
  if (measure === undefined) return undefined;
  const at = phrase.at === undefined ? undefined : checkEvent(scope, phrase.at);
  if (phrase.at !== undefined && at === undefined) return undefined;
  if (!mayHaveNoWindow(scope, phrase, "a measure has its own window, where it is declared")) return undefined;
  const type = measure.type();
  const { span } = phrase;
  const value = { kind: "measure", name: measure.name, type: type ?? NUMBER, span } as const;
  return { value: at === undefined ? value : { ...value, at }, type, span, counts: false, declared: measure };
}

function checkWorth(scope: Scope, phrase: Ast.Phrase, name: string): Typed | undefined {
  if (!mayHaveNoTime(scope, phrase, "a table of bands has its own window, where it is declared")) return undefined;
  const bands = scope.names.bands.get(name);
  const type = bands?.worth();
  const { span } = phrase;
  if (bands === undefined || type === undefined) {
    scope.report(ruleMessages.nothingToBeWorth({ name }, span));
    return undefined;
  }
  return { value: { kind: "worth", bands: name, type, span }, type, span, counts: false, declared: bands };
}
