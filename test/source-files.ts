// A source file's text, in; what it imports, exports and reaches for, out. It judges nothing: architecture.test.ts does.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** `types` leaves no trace when the program runs; `later` is an `import()` that loads only when reached. */
export interface Import {
  readonly specifier: string;
  readonly when: "types" | "at-once" | "later";
}

export interface SourceFile {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
  readonly exportsDefault: boolean;
  readonly exportsFromElsewhere: boolean;
  /** Names it uses that are not the name of a property, such as `Date`; and `Math.random` as one name. */
  readonly names: ReadonlySet<string>;
}

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Every TypeScript file under a folder, in order; none when the folder does not exist. */
export function readSourceFiles(folder: string): readonly SourceFile[] {
  if (!existsSync(`${root}${folder}`)) return [];
  return readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((path) => /\.tsx?$/.test(path) && !path.includes("/node_modules/"))
    .toSorted()
    .map((path) => readSource(path, readFileSync(`${root}${path}`, "utf8")));
}

export function readSource(path: string, text: string): SourceFile {
  const imports: Import[] = [];
  const names = new Set<string>();
  let exportsDefault = false;
  let exportsFromElsewhere = false;

  const visit = (node: ts.Node): void => {
    const found = importOf(node);
    if (found !== undefined) imports.push(found);
    if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) exportsFromElsewhere = true;
    if (ts.isExportAssignment(node) || node.kind === ts.SyntaxKind.DefaultKeyword) {
      exportsDefault ||= ts.isExportAssignment(node) || !ts.isDefaultClause(node.parent);
    }
    const name = nameOf(node);
    if (name !== undefined) names.add(name);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true));
  return { path, text, imports, exportsDefault, exportsFromElsewhere, names };
}

function importOf(node: ts.Node): Import | undefined {
  if (ts.isImportDeclaration(node)) {
    return literalImport(node.moduleSpecifier, isOnlyTypes(node.importClause) ? "types" : "at-once");
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
    return literalImport(node.moduleSpecifier, node.isTypeOnly ? "types" : "at-once");
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return literalImport(node.argument.literal, "types");
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return literalImport(node.arguments[0], "later");
  }
  return undefined;
}

function isOnlyTypes(clause: ts.ImportClause | undefined): boolean {
  return clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

function literalImport(node: ts.Node | undefined, when: Import["when"]): Import | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? { specifier: node.text, when } : undefined;
}

function nameOf(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node) && node.getText() === "Math.random") return "Math.random";
  if (!ts.isIdentifier(node)) return undefined;
  const { parent } = node;
  const isProperty =
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isQualifiedName(parent) && parent.right === node) ||
    ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node);
  return isProperty ? undefined : node.text;
}
