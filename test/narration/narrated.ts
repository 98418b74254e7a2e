// A text on top of the nation's layer → its model, and a voice to say it in.

import { compile } from "../../src/compile.ts";
import type { Voice } from "../../src/narration/voice.ts";
import { knownDay } from "../../src/school/day.ts";
import { makeSource } from "../../src/source/text.ts";
import { libraryOf } from "../policy-files.ts";

const file = new URL("../../policies/hall-green/hall-green.rollcall", import.meta.url);

export function voiceOf(lines: string, to: Voice["to"] = "staff"): Voice {
  const text = `school policy a "A"\nextends england\n${lines}\n`;
  const { model, diagnostics } = compile(makeSource("a.rollcall", text), libraryOf(file));
  if (model === undefined) throw new Error(diagnostics.map(({ code }) => code).join());
  return { model, day: knownDay("2026-03-13"), to };
}
