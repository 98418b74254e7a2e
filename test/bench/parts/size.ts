// What the modules weigh, as a page would load them: bundled with what they need of the runtime and nothing else, made small, and
// compressed as servers do.

import { brotliCompressSync, constants } from "node:zlib";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { moduleFiles } from "../../../src/build.ts";
import type { ModuleOrder } from "../../../src/build.ts";
import { compileFile } from "../../policy-files.ts";
import { root } from "../../source-files.ts";
import type { Report, Target } from "../report.ts";

const policies = ["hall-green", "delapre", "rufford", "newquay", "slade"];
const sources: ReadonlyMap<string, string> = new Map([
  ["the bench's policy", "test/bench/decision/decision.rollcall"],
  ...policies.map((name): [string, string] => [name, `policies/${name}/${name}.rollcall`]),
]);

interface Way {
  readonly says: string;
  readonly part: ModuleOrder["parts"][number];
  /** What a program takes of the module. */
  readonly takes: string;
}

const ways: readonly Way[] = [
  { says: "`evaluate`", part: "decide", takes: "evaluate" },
  { says: "`judge`, the thresholds over ready figures", part: "judge", takes: "judge" },
  { says: "`decideAll`, for whole registers", part: "batch", takes: "decideAll" },
  { says: "`explain`", part: "explain", takes: "explain" },
];

const LIMIT = 10;

export async function measureSize(): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), "rollcall-size-"));
  try {
    const lines: { readonly name: string; readonly each: number }[] = [];
    for (const [name, path] of sources)
      for (const way of ways) {
        const each = await weigh(folder, path, way);
        if (each !== undefined) lines.push({ name: `${name}: ${way.says}`, each });
      }
    return {
      sections: [
        {
          title: "What a module weighs with all it needs, bundled and compressed (brotli)",
          unit: "kB",
          lines,
          notes: [],
        },
      ],
      targets: lines.filter(({ name }) => !name.includes("explain")).map(({ name, each }) => underLimit(name, each)),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function underLimit(name: string, kilobytes: number): Target {
  return { what: `${name}, kB`, wanted: `under ${LIMIT}`, found: kilobytes.toFixed(1), met: kilobytes < LIMIT };
}

/** Undefined where the policy has nothing of the kind, such as a threshold over a named measure. */
async function weigh(folder: string, path: string, { part, takes }: Way): Promise<number | undefined> {
  const { model, ready } = compileFile(new URL(path, `file://${root}`));
  if (model === undefined || ready === undefined) throw new Error(`${path} is not sound`);
  const readSource = (name: string): string => readFileSync(join(root, "src", name), "utf8");
  const [module] = moduleFiles(
    { model, lowered: ready, version: "bench", readSource },
    { language: "ts", runtime: "inline", parts: [part], pathOf: ({ name }) => name },
  );
  if (module === undefined) throw new Error(`${path} gave no module`);
  if (!new RegExp(`^export (?:function|const) ${takes}\\b`, "m").test(module.text)) return undefined;
  writeFileSync(join(folder, module.name), module.text);
  writeFileSync(join(folder, "entry.ts"), `export { ${takes} } from "./${module.name}";\n`);
  const bundle = await rolldown({ input: join(folder, "entry.ts") });
  const { output } = await bundle.generate({ format: "esm", minify: true });
  await bundle.close();
  const code = output.map((chunk) => (chunk.type === "chunk" ? chunk.code : "")).join("");
  return brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length / 1000;
}
