// The sources → a folder that holds the whole extension, and from it the one file that an editor installs. The manifest is the package's
// own, without what only matters to those who change or embed it.

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createVSIX } from "@vscode/vsce";
import { rolldown } from "rolldown";

/** What of the package's manifest an editor reads. */
const read = [
  "name",
  "displayName",
  "version",
  "type",
  "description",
  "license",
  "publisher",
  "categories",
  "keywords",
  "engines",
  "activationEvents",
  "contributes",
] as const;

type Manifest = Readonly<Record<string, unknown>>;

export function extensionManifest(own: Manifest): Manifest {
  const kept = read.flatMap((key) => (own[key] === undefined ? [] : [[key, own[key]] as const]));
  // Only the editor's own engine counts there.
  const { vscode } = own["engines"] as { readonly vscode: string };
  return { ...Object.fromEntries(kept), engines: { vscode }, main: "./client.cjs" };
}

/** Files that the manifest speaks of and the policies that come with the package, by their paths from the root. */
const carried = [
  "grammar/rollcall.tmLanguage.json",
  "grammar/rollcall.snippets.json",
  "grammar/language-configuration.json",
  "grammar/rollcall.draft-07.schema.json",
  "policies/england",
  "LICENSE",
] as const;

/** Gives the path of the file that was packed. */
export async function packExtension(root: string, folder: string): Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const own = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Manifest;
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(extensionManifest(own), null, 2)}\n`);
  writeFileSync(join(folder, "README.md"), readme(readFileSync(join(root, "README.md"), "utf8")));
  for (const path of carried) cpSync(join(root, path), join(folder, path), { recursive: true });
  await bundleClient(root, join(folder, "client.cjs"));
  await bundleServer(root, join(folder, "server"));
  const packagePath = join(folder, `rollcall-${String(own["version"])}.vsix`);
  writeFileSync(join(folder, ".vscodeignore"), "*.vsix\n");
  await createVSIX({ cwd: folder, packagePath, dependencies: false, allowMissingRepository: true });
  return packagePath;
}

/** Its section on editors is what somebody wants to know who has found the extension. */
function readme(text: string): string {
  const section = /^## In your editor\n([\s\S]*?)(?=^## )/m.exec(text)?.[1] ?? "";
  return `# Rollcall\n\n${section.trim()}\n`;
}

async function bundleClient(root: string, file: string): Promise<void> {
  const bundle = await rolldown({
    cwd: root,
    input: "src/extension/activate.ts",
    platform: "node",
    external: ["vscode"],
  });
  await bundle.write({ file, format: "cjs", minify: true });
  await bundle.close();
}

/** The command line itself; what writes TypeScript stays behind, for no editor asks for it. */
async function bundleServer(root: string, dir: string): Promise<void> {
  const bundle = await rolldown({
    cwd: root,
    input: { main: "src/cli/main.ts" },
    platform: "node",
    external: [/^ts-morph$/, /^@duckdb\//],
  });
  await bundle.write({
    dir,
    format: "esm",
    minify: true,
    entryFileNames: "[name].js",
    chunkFileNames: "parts/[name]-[hash].js",
  });
  await bundle.close();
}
