// A plugin for Vite: `import policy from "./hall-green.rollcall"` gives the policy's module, and `?explain` after it the one that says
// why. It is made anew when the policy, a layer it extends or a file they name changes; what is wrong in them is shown at its line,
// in the words of the diagnostic.

import { resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin, Rolldown } from "vite";
import { writeFile } from "../cli/write-files.ts";
import { positionOf, renderDiagnostic, toJson } from "../index.ts";
import type { Diagnostic } from "../index.ts";
import { loadPolicy } from "./load-policy.ts";

export interface RollcallOptions {
  /**
   * Writes `hall-green.d.rollcall.ts` beside each policy, by which its names are known to the compiler of types where
   * `allowArbitraryExtensions` is on, and `hall-green.rollcall-explain.d.ts` where `?explain` is asked for; no, unless you say so.
   */
  readonly declarations?: boolean;
}

const RUNTIME = "rollcall/runtime";
/** The module itself; what is imported by the policy's name passes on what it exports, one by one and as a whole. */
const MODULE = "rollcall-module";

export function rollcall({ declarations = false }: RollcallOptions = {}): Plugin {
  /** Of each module that does not run, the files that could mend it. Vite knows those of modules that it has loaded, and no others. */
  const broken = new Map<string, ReadonlySet<string>>();
  return {
    name: "rollcall",
    enforce: "pre",
    resolveId: (id) => (id === RUNTIME ? runtimePath() : undefined),
    load: {
      filter: { id: /\.rollcall(?:\.yaml)?(?:\?|$)|\.yaml\?(?:.*&)?rollcall(?:-module)?(?:&|$)/ },
      async handler(id) {
        const [path = id, query = ""] = id.split("?");
        const parameters = new URLSearchParams(query);
        if (parameters.has("raw") || parameters.has("url")) return undefined;
        const part = parameters.has("explain") ? "explain" : "decide";
        if (part === "decide" && !parameters.has(MODULE)) return { code: passOn(`${path}?${MODULE}`), map: null };
        const { files, lookedFor, refusal, diagnostics, module } = await loadPolicy(path, part);
        for (const file of files) this.addWatchFile(file);
        for (const diagnostic of diagnostics) tell(this, diagnostic);
        if (module === undefined) broken.set(id, new Set([...files, ...lookedFor].map(asVitePath)));
        else broken.delete(id);
        if (refusal !== undefined)
          return this.error({ message: `${refusal.message} ${refusal.hint}`.trim(), id: path });
        if (module === undefined) return this.error(faultOf(diagnostics, path));
        if (declarations && part === "decide")
          writeFile(declarationPath(path), declarationsOf(module.declarations, path));
        if (declarations && part === "explain")
          writeFile(`${path}-explain.d.ts`, ambientDeclarationsOf(module.declarations, path));
        return { code: module.code, map: module.map };
      },
    },
    hotUpdate({ file, modules }) {
      // Of those that it knows, Vite itself brings up to date what rests on them.
      if (modules.length > 0) return;
      if ([...broken.values()].some((files) => files.has(file))) this.environment.hot.send({ type: "full-reload" });
    },
  };
}

function asVitePath(path: string): string {
  return path.split(sep).join("/");
}

/** In a checkout the sources, in the package what was built of them. */
function runtimePath(): string {
  const name = import.meta.url.endsWith(".ts") ? "../runtime.ts" : "../runtime.js";
  return fileURLToPath(new URL(name, import.meta.url));
}

function passOn(module: string): string {
  const from = JSON.stringify(module);
  return `export * from ${from};\nexport * as default from ${from};\n`;
}

function tell(context: Rolldown.PluginContext, diagnostic: Diagnostic): void {
  if (diagnostic.severity === "warning") context.warn(logOf(diagnostic));
}

function faultOf(diagnostics: readonly Diagnostic[], path: string): Rolldown.RolldownLog {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const [first] = errors;
  if (first === undefined) return { message: `${path} does not run, and nothing says why.` };
  const others =
    errors.length === 1 ? "" : `\n\n${errors.length - 1} more: \`rollcall check\` shows each at its place.`;
  const log = logOf(first);
  return { ...log, message: `${log.message}${others}` };
}

function logOf(diagnostic: Diagnostic): Rolldown.RolldownLog {
  const { message, hint } = toJson(diagnostic);
  const { line, column } = positionOf(diagnostic.span);
  const file = resolve(diagnostic.span.source.name);
  return {
    code: diagnostic.code,
    message: hint === "" ? message : `${message} ${hint}`,
    id: file,
    // Editors and compilers of types count columns from 0 here.
    loc: { file, line, column: column - 1 },
    frame: frameOf(diagnostic),
  };
}

/** The lines of the text with the carets under them; the sentence and what to do stand in the message. */
function frameOf(diagnostic: Diagnostic): string {
  const rows = renderDiagnostic(diagnostic, { colour: false }).split("\n");
  return rows.filter((row) => /^\s*(?:\d+ )?\|/.test(row)).join("\n");
}

/** Where the compiler of types looks for what `./hall-green.rollcall` exports. */
function declarationPath(path: string): string {
  return path.replace(/\.([a-z]+)$/, ".d.$1.ts");
}

function declarationsOf(text: string, path: string): string {
  return `${text}export * as default from ${JSON.stringify(`./${nameOf(path)}`)};\n`;
}

/** No file can be called what `./hall-green.rollcall?explain` says, so the module is declared for wherever it is imported from. */
function ambientDeclarationsOf(text: string, path: string): string {
  const inside = text.replace(/^export declare /gm, "export ");
  return `declare module ${JSON.stringify(`*/${nameOf(path)}?explain`)} {\n${inside}}\n`;
}

function nameOf(path: string): string {
  return path.replace(/^.*[\\/]/, "");
}
