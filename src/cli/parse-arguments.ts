// Words of a command line → operands and options of one command, or a refusal that says what was not understood.
// Knows how options are written, and no option by name.

import { parseArgs } from "node:util";
import type { Arguments, CommandSpec, OptionSpec } from "./command.ts";
import { closestName } from "../wording.ts";
import { Refusal } from "./refusal.ts";

/** Every command takes these; main.ts looks at them before any command does. */
export const everywhere: readonly OptionSpec[] = [
  { name: "no-color", says: "no colours (NO_COLOR in the environment says the same)" },
  { name: "help", says: "this page" },
];

/** Throws {@link Refusal} for an option, value or number of operands that the command does not take. */
export function parseArguments(words: readonly string[], command: CommandSpec): Arguments {
  const known = new Map([...command.options, ...everywhere].map((option) => [option.name, option]));
  const { tokens, positionals } = parseArgs({
    args: [...words],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: {
      ...Object.fromEntries(
        [...known.values()].map(({ name, value }) => [name, { type: value === undefined ? "boolean" : "string" }]),
      ),
      help: { type: "boolean", short: "h" },
    },
  });
  const values = new Map<string, string | undefined>();
  const all = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const option = known.get(token.name);
    if (option === undefined) throw unknownOption(token.rawName, [...known.keys()], command);
    const given = token.inlineValue === false && looksLikeOption(token.value) ? undefined : token.value;
    checkValue(option, given, command);
    values.set(option.name, given);
    if (given !== undefined) all.set(option.name, [...(all.get(option.name) ?? []), given]);
  }
  if (!values.has("help")) checkOperands(positionals, command);
  return {
    operands: positionals,
    valueOf: (name) => values.get(name),
    valuesOf: (name) => all.get(name) ?? [],
    has: (name) => values.has(name),
  };
}

function looksLikeOption(value: string | undefined): boolean {
  return value !== undefined && value.startsWith("-") && value !== "-";
}

function unknownOption(written: string, names: readonly string[], command: CommandSpec): Refusal {
  const closest = closestName(written.replace(/^-+/, ""), names);
  return new Refusal(
    `\`rollcall ${command.name}\` has no option \`${written}\`.`,
    closest === undefined ? helpHint(command) : `Did you mean \`--${closest}\`? ${helpHint(command)}`,
  );
}

function checkValue({ name, value, choices }: OptionSpec, given: string | undefined, command: CommandSpec): void {
  if (value === undefined) {
    if (given !== undefined) throw new Refusal(`\`--${name}\` is a switch and takes no value.`, `Write \`--${name}\`.`);
    return;
  }
  if (given === undefined || given === "")
    throw new Refusal(`\`--${name}\` needs a value after it: \`--${name} ${value}\`.`, helpHint(command));
  if (choices !== undefined && !choices.includes(given))
    throw new Refusal(`\`--${name} ${given}\` is not possible here.`, `It can be ${choices.join(", ")}.`);
}

function checkOperands(operands: readonly string[], command: CommandSpec): void {
  const { name, least, most } = command;
  if (operands.length < least)
    throw new Refusal(`\`rollcall ${name}\` needs ${command.operands} after it.`, helpHint(command));
  if (operands.length > most)
    throw new Refusal(
      `\`rollcall ${name}\` does not know what to do with \`${operands[most] ?? ""}\`.`,
      helpHint(command),
    );
}

export function helpHint({ name }: { readonly name: string }): string {
  return `\`rollcall ${name} --help\` shows how it is used, with examples.`;
}
