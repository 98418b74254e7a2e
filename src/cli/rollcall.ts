// The command line as a function: words in, text through the terminal, exit code out. Knows each command by its table alone, and
// loads what it needs when it needs it, so that it answers at once.

import type { CommandSpec, ExitCode } from "./command.ts";
import { Refusal } from "./refusal.ts";
import type { Terminal } from "./terminal.ts";
import { version } from "./version.ts";

/** Carries out one command line; never throws. */
export async function rollcall(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await dispatch(words, terminal);
  } catch (error) {
    if (error instanceof Refusal) {
      terminal.say(`rollcall: ${error.message}\n${error.hint === "" ? "" : `${error.hint}\n`}`);
      return 2;
    }
    const { sayFault } = await import("./fault.ts");
    sayFault(error, words, terminal);
    return 3;
  }
}

async function dispatch(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [first, ...rest] = words.filter((word) => word !== "--no-color");
  switch (first) {
    case undefined: {
      const { overview } = await import("./help.ts");
      terminal.say(overview(terminal.width));
      return 2;
    }
    case "--help":
    case "-h":
    case "help":
      return help(rest[0], terminal);
    case "--version":
    case "-V":
      terminal.write(`rollcall ${version()}\n`);
      return 0;
    default:
      return carryOut(await commandNamed(first), rest, terminal);
  }
}

async function help(name: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const { commandHelp, overview } = await import("./help.ts");
  const { width } = terminal;
  terminal.write(name === undefined ? overview(width) : commandHelp(await commandNamed(name), width));
  return 0;
}

async function carryOut(command: CommandSpec, words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { parseArguments } = await import("./parse-arguments.ts");
  const given = parseArguments(words, command);
  if (given.has("help")) return help(command.name, terminal);
  const action = await command.load();
  return action(given, terminal);
}

async function commandNamed(name: string): Promise<CommandSpec> {
  const { commands } = await import("./commands.ts");
  const command = commands.find((each) => each.name === name);
  if (command !== undefined) return command;
  const { suggestName } = await import("../wording.ts");
  const names = commands.map((each) => each.name);
  const what = name.startsWith("-") ? "an option of rollcall itself" : "a command";
  throw new Refusal(
    `\`${name}\` is not ${what}.`,
    `${suggestName(name, names, "commands")} \`rollcall --help\` lists them with examples.`,
  );
}
