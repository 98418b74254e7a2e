// Offsets of a text ↔ lines and characters as editors count them, from nought; and paths ↔ addresses.

import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Position, Range } from "vscode-languageserver/node";
import { endPositionOf, offsetAt, positionAt, positionOf } from "../index.ts";
import type { SourceText, Span } from "../index.ts";

/** The form a text is in is told by the name of its file. */
export function isPolicy(path: string): boolean {
  return /\.rollcall(?:\.yaml)?$/.test(path);
}

export function isYaml(path: string): boolean {
  return path.endsWith(".yaml");
}

/** A text that was never saved stands in a folder of the workspace, where its layers are looked for. */
export function pathOf(uri: string, language: string, folder: string): string {
  if (uri.startsWith("file:")) return fileURLToPath(uri);
  return join(
    folder,
    `${basename(uri).replaceAll(/[^\w-]/g, "-")}${language === "yaml" ? ".rollcall.yaml" : ".rollcall"}`,
  );
}

export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

export function rangeOf(span: Span): Range {
  return { start: fromOne(positionOf(span)), end: fromOne(endPositionOf(span)) };
}

export function rangeBetween(source: SourceText, from: number, to: number): Range {
  return { start: fromOne(positionAt(source, from)), end: fromOne(positionAt(source, to)) };
}

function fromOne({ line, column }: { readonly line: number; readonly column: number }): Position {
  return { line: line - 1, character: column - 1 };
}

/** Beyond the end of a line its end is meant, and beyond the last line the end of the text. */
export function offsetOf(source: SourceText, { line, character }: Position): number {
  const exact = offsetAt(source, { line: line + 1, column: character + 1 });
  if (exact !== undefined) return exact;
  const next = source.lineStarts[line + 1];
  if (next === undefined) return source.text.length;
  return next - (source.text.slice(0, next).endsWith("\r\n") ? 2 : 1);
}

export function offsetsOf(source: SourceText, { start, end }: Range): { readonly from: number; readonly to: number } {
  return { from: offsetOf(source, start), to: offsetOf(source, end) };
}
