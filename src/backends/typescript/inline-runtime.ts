// The runtime as one stretch of text: its files and what they import, in dependency order, without imports and exports.
// Reads nothing itself; whoever builds hands it the sources.

import { Project, ScriptKind, SyntaxKind } from "ts-morph";
import type { SourceFile } from "ts-morph";
import { Bug } from "../../support/bug.ts";
import { remember } from "../../support/remember.ts";

/** The text of one of Rollcall's own sources, by its path below `src/`. It gives the same each time it is asked. */
export type ReadSource = (path: string) => string;

/** Names the vocabulary for the interpreter; a module calls its functions by their own names and needs only what it imports. */
export const LIBRARY = "runtime/library.ts";

const inlined = remember((_read: ReadSource) => new Map<string, string>());

/** Every file that the given ones need, each once, after those it imports. Worked out once for each who reads: many policies have one runtime. */
export function inlineRuntime(entries: readonly string[], read: ReadSource): string {
  const known = inlined(read);
  const key = entries.join(" ");
  const text = known.get(key) ?? inline(entries, read);
  known.set(key, text);
  return text;
}

function inline(entries: readonly string[], read: ReadSource): string {
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
  const ordered: SourceFile[] = [];
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    const file = project.createSourceFile(path, read(path), { scriptKind: ScriptKind.TS });
    for (const declaration of file.getImportDeclarations()) {
      visit(new URL(declaration.getModuleSpecifierValue(), `file:///${path}`).pathname.slice(1));
    }
    ordered.push(file);
  };
  entries.forEach(visit);
  const needed = ordered.filter((file) => file.getFilePath() !== `/${LIBRARY}`);
  refuseClashes(needed);
  return needed.map(withoutDoors).join("\n\n");
}

/** Two files with one top-level name would become one; the runtime keeps its names apart. */
function refuseClashes(files: readonly SourceFile[]): void {
  const homes = new Map<string, string>();
  for (const file of files) {
    for (const statement of file.getStatements()) {
      for (const name of namesOf(statement)) {
        const home = homes.get(name);
        if (home !== undefined) throw new Bug(`${name} stands in both ${home} and ${file.getFilePath()}`);
        homes.set(name, file.getFilePath());
      }
    }
  }
}

function namesOf(statement: ReturnType<SourceFile["getStatements"]>[number]): readonly string[] {
  const declared =
    statement.asKind(SyntaxKind.FunctionDeclaration) ??
    statement.asKind(SyntaxKind.InterfaceDeclaration) ??
    statement.asKind(SyntaxKind.TypeAliasDeclaration) ??
    statement.asKind(SyntaxKind.ClassDeclaration);
  if (declared !== undefined) return [declared.getName() ?? ""];
  return (
    statement
      .asKind(SyntaxKind.VariableStatement)
      ?.getDeclarations()
      .map((declaration) => declaration.getName()) ?? []
  );
}

function withoutDoors(file: SourceFile): string {
  for (const declaration of file.getImportDeclarations()) declaration.remove();
  for (const statement of file.getStatements()) {
    if ("setIsExported" in statement && typeof statement.setIsExported === "function") statement.setIsExported(false);
  }
  return `// ${file.getFilePath().slice(1)}\n${file.getFullText().trim()}`;
}
