// `rollcall explain-code`: codes → their pages, laid out for a screen or as data.

import { makePaint } from "../../index.ts";
import type { Paint } from "../../index.ts";
import { allCodePages, explainCode, suggestCode } from "../../pages.ts";
import type { CodePage } from "../../pages.ts";
import { wrap } from "../../wording.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { Refusal } from "../refusal.ts";
import type { Terminal } from "../terminal.ts";

export function explainCodeAction(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const pages = given.has("list") ? allCodePages() : given.operands.map(pageOf);
  if (pages.length === 0)
    throw new Refusal(
      "`rollcall explain-code` needs a CODE after it.",
      "A code is what stands in square brackets before a finding, such as `band-gap`. `rollcall explain-code --list` shows them all.",
    );
  const paint = makePaint(terminal.colour.results);
  if (given.valueOf("format") === "json") terminal.write(asJson(pages));
  else if (given.has("list")) terminal.write(asList(pages, paint));
  else terminal.write(pages.map((page) => asText(page, paint, terminal.width)).join("\n"));
  return Promise.resolve(0);
}

/** Brackets and a severity may have come along from the screen: `error[band-gap]`. */
function pageOf(operand: string): CodePage {
  const code = /\[([^\]]+)\]/.exec(operand)?.[1] ?? operand;
  const page = explainCode(code);
  if (page !== undefined) return page;
  throw new Refusal(
    `No finding of Rollcall's has the code \`${code}\`.`,
    `${suggestCode(code)} \`rollcall explain-code --list\` shows them all.`,
  );
}

function asJson(pages: readonly CodePage[]): string {
  return `${JSON.stringify({ format: "rollcall/codes", version: 1, codes: pages }, null, 2)}\n`;
}

function asList(pages: readonly CodePage[], paint: Paint): string {
  const widest = Math.max(...pages.map(({ code }) => code.length));
  const lines = pages.map(({ code, severity, title, fixes }) => {
    const mends = fixes.length === 0 ? "" : " (with a fix)";
    return `${paint("bold", code.padEnd(widest))}  ${severity.padEnd(7)}  ${title}${mends}`;
  });
  return `${lines.join("\n")}\n`;
}

function asText({ code, severity, fixes, page }: CodePage, paint: Paint, width: number): string {
  const blocks = page.split("\n\n").reduce<readonly string[]>(joinFences, []);
  const offered = fixes.map((fix) => `- ${fix}`).join("\n");
  return [
    paint("bold", `${severity}[${code}]`),
    ...blocks.map((block) => blockLines(block, paint, width).join("\n")),
    ...(fixes.length === 0 ? [] : [`Rollcall offers to do this itself, there or in the like of it:\n${offered}`]),
    "",
  ].join("\n\n");
}

/** A fenced block may hold blank lines. */
function joinFences(blocks: readonly string[], block: string): readonly string[] {
  const last = blocks.at(-1);
  const isOpen = last?.startsWith("```") === true && !last.endsWith("```");
  return isOpen ? [...blocks.slice(0, -1), `${last}\n\n${block}`] : [...blocks, block];
}

function blockLines(block: string, paint: Paint, width: number): readonly string[] {
  if (block.startsWith("# ")) return [paint("bold", block.slice(2))];
  if (block.startsWith("```"))
    return block
      .split("\n")
      .slice(1, -1)
      .map((line) => (line === "" ? "" : `    ${line}`));
  if (block.startsWith("> ")) return wrap(block.slice(2), width, "    ");
  if (block.startsWith("- ")) return block.split("\n");
  return wrap(block, width);
}
