// Kinds of authorised absence that the law knows and the policy's own coding never gives.

import type { Model, RegisterCode } from "../../checker/model.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { wordList } from "../../support/word-list.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { isInForce } from "../session-codes.ts";
import { headOf } from "../wording.ts";

export const messages = defineMessages({
  "ground-left-out": {
    ...advice,
    message:
      "By this coding a pupil whose absence the law calls {example} gets the code {otherwise}: no rule of the policy gives {codes}.",
    hint: "Add a row for each kind of absence that the school has, or say in the policy that the list is not complete.",
  },
});

export const groundLeftOut: Rule = ({ model, day, isOwn, isNational }): readonly Diagnostic[] => {
  const codings = model.codings.filter(isOwn);
  const rest = codings.flatMap(({ rows }) => rows).find(({ when }) => when === undefined);
  if (rest === undefined) return [];
  const given = codesGiven(model);
  const left = model.codes.filter(
    (code) => isNational(code) && code.category === "authorised" && isInForce(code, day) && !given.has(code.name),
  );
  const [first] = left;
  if (first === undefined) return [];
  const args = {
    example: quoted(first),
    otherwise: rest.code,
    codes: wordList(
      left.map((code) => `${code.name} (${code.title})`),
      "or",
    ),
  };
  return codings
    .slice(0, 1)
    .map(({ origin }) => messages.groundLeftOut(args, headOf(origin), { witness: { code: first.name } }));
};

/** By a row, by the register, or by a measure that names a code. */
function codesGiven({ codings, registers, measures }: Model): ReadonlySet<string> {
  const rows = codings.flatMap(({ rows: all }) => all.map(({ code }) => code));
  const zones = registers.flatMap(({ zones: all }) =>
    all.flatMap(({ becomes }) => (becomes.kind === "code" ? [becomes.code] : [])),
  );
  const named = [...measures.values()].flatMap(({ rows: all }) =>
    all.flatMap(({ value }) => (value.kind === "constant" && typeof value.value === "string" ? [value.value] : [])),
  );
  return new Set([...rows, ...zones, ...named]);
}

function quoted({ title }: RegisterCode): string {
  return `"${title}"`;
}
