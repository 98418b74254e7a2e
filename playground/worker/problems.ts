// A diagnostic → what the page shows: its sentences written out, its places as offsets in the text being edited.

import { positionOf, toJson } from "../../src/index.ts";
import type { Diagnostic, SourceText } from "../../src/index.ts";
import type { Problem } from "./protocol.ts";

export function problemOf(diagnostic: Diagnostic, edited: SourceText): Problem {
  const { code, severity, message, hint, line, file } = toJson(diagnostic);
  const { span, fixes } = diagnostic;
  const here = span.source === edited;
  return {
    code,
    severity,
    message,
    hint,
    line: here ? line : positionOf(span).line,
    from: here ? span.from : 0,
    to: here ? span.to : 0,
    ...(here ? {} : { elsewhere: file }),
    fixes: fixes
      .filter(({ edits }) => edits.every((edit) => edit.span.source === edited))
      .map(({ title, edits }) => ({
        title,
        edits: edits.map((edit) => ({ from: edit.span.from, to: edit.span.to, text: edit.text })),
      })),
  };
}
