// The sound texts that are damaged: every policy of the repository, in both forms.

import { readdirSync } from "node:fs";
import type { Library } from "../../src/draft.ts";
import { extendedName } from "../../src/checker/headers.ts";
import { sampleCalendarPlan } from "../../src/data/sample-calendar.ts";
import { makeCalendar } from "../../src/school/calendar.ts";
import { parsePolicy } from "../../src/syntax/parse.ts";
import { toYaml } from "../../src/yaml/print-yaml.ts";
import { libraryOf, readText } from "../policy-files.ts";

export interface PolicyBase {
  readonly name: string;
  /** Where the damaged text is taken to lie, so that the files it names are found. */
  readonly path: string;
  readonly form: "text" | "yaml";
  readonly text: string;
  readonly library: Library;
  /** How long the text is that it extends, and that is compiled with it. */
  readonly below: number;
}

const folders = ["semantics", "runtime", "analysis/fixtures", "checker/fixtures", "checker/layers", "syntax/fixtures"];
const schools = ["england", "hall-green", "delapre"];

/** Small policies, which are quick to try and so are tried mostly, and the real ones. */
export function policyBases(): { readonly small: readonly PolicyBase[]; readonly real: readonly PolicyBase[] } {
  const files = folders.flatMap((folder) => {
    const home = new URL(`../${folder}/`, import.meta.url);
    const names = readdirSync(home).filter((name) => name.endsWith(".rollcall"));
    return names.toSorted().map((name) => new URL(name, home));
  });
  const real = schools.map((name) => new URL(`../../policies/${name}/${name}.rollcall`, import.meta.url));
  return { small: files.flatMap(bothForms), real: real.flatMap(bothForms) };
}

/** For policies that name no calendar of their own. */
export const usualCalendar = makeCalendar(sampleCalendarPlan());

function bothForms(file: URL): readonly PolicyBase[] {
  const source = readText(file);
  if (source === undefined) throw new Error(`no file ${file.pathname}`);
  const { policy } = parsePolicy(source);
  if (policy === undefined) throw new Error(`${file.pathname} cannot be read`);
  const library = libraryOf(file);
  const name = file.pathname.split("/").at(-1) ?? "";
  const below = library.layer(extendedName(policy) ?? "")?.text.length ?? 0;
  return [
    { name, path: source.name, form: "text", text: source.text, library, below },
    { name: `${name}.yaml`, path: `${source.name}.yaml`, form: "yaml", text: toYaml(policy), library, below },
  ];
}
