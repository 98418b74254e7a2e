// The table of commands → pages that teach: what each is for, how it is called, and examples to copy.

import type { CommandSpec, OptionSpec } from "./command.ts";
import { commands } from "./commands.ts";
import { everywhere } from "./parse-arguments.ts";
import { wrap } from "../wording.ts";

/** What `rollcall --help` shows. */
export function overview(width: number): string {
  const widest = Math.max(...commands.map(({ name }) => name.length));
  return [
    "rollcall: attendance policies that say who owes what to whom by when, and under which clause",
    "",
    "Use:  rollcall COMMAND …        rollcall COMMAND --help teaches one command",
    "",
    ...commands.map(({ name, summary }) => `  ${name.padEnd(widest)}  ${summary}`),
    "",
    // What whoever has only the package can do at once: no school's policy comes with it.
    "Start here:",
    "  rollcall init my-school",
    "  rollcall sample my-school/data --policy my-school --as-of 2026-03-13T08:45",
    "  rollcall run my-school --data my-school/data --as-of 2026-03-13T08:45",
    "",
    ...wrap(
      "A POLICY is a folder such as policies/hall-green, or a file in either form: .rollcall, .rollcall.yaml, or - for the standard input.",
      width,
    ),
    ...wrap(
      "Exit codes: 0 all well; 1 something was found; 2 the request cannot be carried out; 3 a fault of ours.",
      width,
    ),
    "",
  ].join("\n");
}

/** What `rollcall COMMAND --help` shows. */
export function commandHelp(command: CommandSpec, width: number): string {
  const { name, summary, operands, about, options, examples } = command;
  return [
    `rollcall ${name}: ${summary}`,
    "",
    `Use:  rollcall ${[name, operands, options.length === 0 ? "" : "[options]"].filter((part) => part !== "").join(" ")}`,
    "",
    ...about.flatMap((paragraph) => [...wrap(paragraph, width), ""]),
    "Options:",
    ...optionLines([...options, ...everywhere], width),
    "",
    "Examples:",
    ...examples.flatMap(({ line, says }) => [`  rollcall ${line}`, ...wrap(says, width, "      ")]),
    "",
  ].join("\n");
}

function optionLines(options: readonly OptionSpec[], width: number): readonly string[] {
  const titled = options.map((option) => ({
    title: option.value === undefined ? `--${option.name}` : `--${option.name} ${option.value}`,
    says: option.says,
  }));
  const widest = Math.max(...titled.map(({ title }) => title.length));
  return titled.flatMap(({ title, says }) => {
    const [first = "", ...rest] = wrap(says, width, " ".repeat(widest + 4));
    return [`  ${title.padEnd(widest)}  ${first.trimStart()}`, ...rest];
  });
}
