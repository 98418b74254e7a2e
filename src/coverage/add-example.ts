// An example in the text form → the policy's file with it at the end, in the file's own form. Everything that stands there
// stays as it is, comments and layout too.

import { makeSource } from "../source/text.ts";
import type { SourceText } from "../source/text.ts";
import { parsePolicy } from "../syntax/parse.ts";
import { parseYamlPolicy } from "../yaml/parse-yaml.ts";
import { toYaml } from "../yaml/print-yaml.ts";

/** Undefined where the file's end has no place for it: then it has to be put in by hand. */
export function addExample(source: SourceText, example: string, comment: string): string | undefined {
  const lineBreak = source.text.includes("\r\n") ? "\r\n" : "\n";
  const end = source.text.replace(/\s*$/, "");
  const isYaml = /\.ya?ml$/.test(source.name);
  const block = isYaml ? yamlBlocks(example, comment) : [`-- ${comment}\n${example.trimEnd()}\n`];
  return block
    .map((text) => `${end}\n${isYaml ? "" : "\n"}${text}`.replaceAll(/\r?\n/g, lineBreak))
    .find((text) => addsOne(source, text));
}

/** The example as YAML, in each of the places where a file may keep its examples. */
function yamlBlocks(example: string, comment: string): readonly string[] {
  const { policy } = parsePolicy(makeSource("example.rollcall", `school policy a "A"\n\n${example}`));
  const lines = policy === undefined ? [] : toYaml(policy).split("\n");
  const start = lines.findIndex((line) => line.startsWith("examples:"));
  if (start < 0) return [];
  const entry = [`  # ${comment}`, ...lines.slice(start + 1).filter((line) => line !== "")];
  const indented = (by: string): string => entry.map((line) => `${by}${line}`).join("\n");
  return [
    `\n${indented("")}\n`,
    `\n${indented("    ")}\n`,
    `\nexamples:\n${indented("")}\n`,
    `\n  - examples:\n${indented("    ")}\n`,
  ];
}

/** The example as it stands in a YAML file, under `examples:`. */
export function yamlExample(example: string, comment: string): string {
  return (yamlBlocks(example, comment)[2] ?? "").trimStart();
}

/** It can be read, and says one example more and nothing else. */
function addsOne(source: SourceText, text: string): boolean {
  const read = (each: SourceText) => (/\.ya?ml$/.test(each.name) ? parseYamlPolicy(each) : parsePolicy(each));
  const [before, after] = [read(source), read(makeSource(source.name, text))];
  if (after.policy === undefined || after.diagnostics.length > before.diagnostics.length) return false;
  const kinds = ({ policy }: typeof before): string => (policy?.declarations ?? []).map(({ kind }) => kind).join();
  return kinds(after) === `${kinds(before)},example`;
}
