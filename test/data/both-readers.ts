// One folder through the reader of schools and through that of packed registers → the same thing, to be held against each other.

import { memoryFolder } from "../../src/data/read-folder.ts";
import { readRegister } from "../../src/data/read-register.ts";
import type { ReadRegister } from "../../src/data/read-register.ts";
import { readSchool } from "../../src/data/read-school.ts";
import { messageOf } from "../../src/diagnostics/template.ts";
import { packRegister } from "../../src/runtime/packed-register.ts";
import type { Program } from "../../src/runtime/program.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import { positionOf } from "../../src/source/text.ts";
import { compileFile } from "../policy-files.ts";

export const program = programOf("hall-green");

function programOf(name: string): Program {
  const { ready } = compileFile(new URL(`../../policies/${name}/${name}.rollcall`, import.meta.url));
  if (ready === undefined) throw new Error(`${name} does not compile`);
  return ready.program;
}

type Folder = ReadonlyMap<string, string | Uint8Array>;

/** What the reader of schools makes of a folder, packed, and what it says of it. */
export async function slowly(files: Folder): Promise<ReturnType<typeof shown>> {
  const { school, calendar, diagnostics, tallies } = await readSchool(memoryFolder("school", files));
  const pupils = school.pupils.map(({ pupil }) => pupil);
  return shown({ register: packRegister(makeWorld(program, calendar), school.pupils), pupils, diagnostics, tallies });
}

/** What the reader of registers makes of it. */
export async function quickly(files: Folder): Promise<ReturnType<typeof shown>> {
  return shown(await readRegister(memoryFolder("school", files), (calendar) => makeWorld(program, calendar)));
}

function shown({ register, pupils, diagnostics, tallies }: Omit<ReadRegister, "calendar">) {
  const { calendar: _, ...columns } = register;
  return {
    columns,
    pupils,
    tallies,
    said: diagnostics.map((diagnostic) => {
      const { line, column } = positionOf(diagnostic.span);
      return `${diagnostic.span.source.name}:${line}:${column} ${diagnostic.code} ${messageOf(diagnostic)}`;
    }),
  };
}
