// Every place where the policy at hand uses a register code.

import type { Span } from "../source/text.ts";
import { ownValues } from "./own-values.ts";
import type { Survey } from "./survey.ts";

export interface UsedCode {
  readonly code: string;
  readonly span: Span;
  /** Whether the span holds little more than the code. */
  readonly alone: boolean;
}

/** In coding rows, registers, counts and what procedures live on. */
export function codesUsed(survey: Survey): readonly UsedCode[] {
  const { model, isOwn } = survey;
  const rows = model.codings.flatMap((coding) => coding.rows).filter(isOwn);
  const zones = model.registers.flatMap((register) => register.zones).filter(isOwn);
  const counted = ownValues(survey).flatMap((value) =>
    "of" in value ? value.of.codes.map((code) => ({ code, span: value.span, alone: true })) : [],
  );
  const anchored = [...model.procedures.values()]
    .filter(isOwn)
    .flatMap(({ anchor, origin }) =>
      anchor.kind === "absence" || anchor.kind === "session"
        ? anchor.codes.map((code) => ({ code, span: origin.span, alone: false }))
        : [],
    );
  return [
    ...rows.map(({ code, origin }) => ({ code, span: origin.span, alone: true })),
    ...zones.flatMap(({ becomes, origin }) =>
      becomes.kind === "code" ? [{ code: becomes.code, span: origin.span, alone: true }] : [],
    ),
    ...counted,
    ...anchored,
  ];
}
