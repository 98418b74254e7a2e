// A policy that runs, and one figure of it turned → what runs then, in the time of a frame. The declaration with the figure is
// read and checked alone; the rest stays as it was. Places of the rest are those it had, until the whole text is read again.

import { interpret } from "./backends/interpreter/interpret.ts";
import type { Model } from "./checker/model.ts";
import { recheck } from "./checker/recheck.ts";
import { sound } from "./checker/sound.ts";
import type { Sound } from "./checker/sound.ts";
import type { Draft } from "./draft.ts";
import { lower } from "./ir/from-model.ts";
import type { Lowered } from "./ir/from-model.ts";
import { makeSource } from "./source/text.ts";
import type { SourceText } from "./source/text.ts";
import { once } from "./support/once.ts";
import type * as Ast from "./syntax/ast.ts";
import { readAlone } from "./syntax/read-alone.ts";

/** The characters of the text that are written anew. */
export interface FigureEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export type Turned = Required<Pick<Draft, "model" | "ready">> & {
  readonly model: NonNullable<Draft["model"]>;
  readonly ready: NonNullable<Draft["ready"]>;
};

/** Undefined where more may have changed than a figure, or something is wrong: then a draft is to be made of the whole text. */
export function turnFigure(before: Draft, turn: FigureEdit): Turned | undefined {
  const { ast, rules, source, ready } = before;
  const declaration = declarationAt(ast?.declarations ?? [], turn);
  if (rules === undefined || ready === undefined || declaration === undefined) return undefined;
  const now = declarationAfter(source, declaration, turn);
  const model = now === undefined ? undefined : recheck(rules, declaration, now);
  const soundModel = model === undefined ? undefined : sound(model, []);
  return soundModel === undefined ? undefined : { model: soundModel, ready: runLater(soundModel, ready) };
}

/** What runs is made when it is first asked for: whoever works out only what differs needs little of it. */
function runLater(model: Sound<Model>, before: Lowered): Turned["ready"] {
  const lowered = lower(model, before);
  const program = once(() => interpret(lowered.ir));
  return {
    ...lowered,
    get program() {
      return program();
    },
  };
}

/** The innermost, where a text can be read in several ways. */
function declarationAt(declarations: readonly Ast.Declaration[], turn: FigureEdit): Ast.Declaration | undefined {
  const found = declarations.find(({ span }) => span.from <= turn.from && turn.to <= span.to);
  if (found?.kind !== "readings") return found;
  return declarationAt(
    found.alternatives.flatMap(({ body }) => body),
    turn,
  );
}

function declarationAfter(
  { name, text }: SourceText,
  { span: { from, to } }: Ast.Declaration,
  turn: FigureEdit,
): Ast.Declaration | undefined {
  const source = makeSource(name, text.slice(0, turn.from) + turn.text + text.slice(turn.to));
  return readAlone(source, from, to + turn.text.length - (turn.to - turn.from));
}
