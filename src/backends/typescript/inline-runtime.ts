// The runtime's files → the declarations that a module needs of them, each once, in an order in which they can stand in one file.
// Reads nothing itself; whoever builds hands it the sources.

import { SyntaxKind, ts } from "ts-morph";
import { Bug } from "../../support/bug.ts";
import { remember } from "../../support/remember.ts";

/** The text of one of Rollcall's own sources, by its path below `src/`. It gives the same each time it is asked. */
export type ReadSource = (path: string) => string;

/** Names the vocabulary for the interpreter; a module calls its functions by their own names and needs only what it imports. */
export const LIBRARY = "runtime/library.ts";

/** One top-level declaration of the runtime. */
interface Declaration {
  readonly name: string;
  readonly path: string;
  /** With the comment above it, and without `export`. */
  readonly text: string;
  readonly isType: boolean;
  /** Others may name it: one that is of its own file alone may bear a name that a module uses for something else. */
  readonly isExported: boolean;
  /** Every name that it mentions: more than it needs, never less. */
  readonly mentions: ReadonlySet<string>;
}

export interface RuntimeNames {
  readonly types: readonly string[];
  readonly values: readonly string[];
}

interface RuntimeFile {
  readonly path: string;
  readonly imports: readonly string[];
  readonly declarations: readonly Declaration[];
}

/** What a module that says `text` needs of the runtime, as text that may stand beneath it. Throws a Bug where a name is taken twice. */
export function inlineRuntime(entries: readonly string[], read: ReadSource, text: string): string {
  const declarations = openRuntime(entries, read);
  const needed = reachable(declarations, mentionsOf(parse("module.ts", text)));
  refuseClashes(text, needed);
  const paths = [...new Set(needed.map(({ path }) => path))];
  return paths
    .map((path) => {
      const here = needed.filter((declaration) => declaration.path === path);
      return [`// ${path}`, ...here.map((declaration) => declaration.text)].join("\n\n");
    })
    .join("\n\n");
}

/** The names of the runtime that a module itself says: what it imports where it carries no runtime with it. */
export function namesOfRuntime(entries: readonly string[], read: ReadSource, text: string): RuntimeNames {
  const mentioned = mentionsOf(parse("module.ts", text));
  const named = openRuntime(entries, read).filter(({ name, isExported }) => isExported && mentioned.has(name));
  const names = (isType: boolean): readonly string[] =>
    named
      .filter((declaration) => declaration.isType === isType)
      .map(({ name }) => name)
      .toSorted();
  return { types: names(true), values: names(false) };
}

// ---------------------------------------------------------------- the files

const filesOf = remember((_read: ReadSource) => new Map<string, RuntimeFile>());

/** Every declaration of the given files and of those they import, each file after those it imports. */
function openRuntime(entries: readonly string[], read: ReadSource): readonly Declaration[] {
  const ordered: RuntimeFile[] = [];
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    const file = openFile(path, read);
    file.imports.forEach(visit);
    if (path !== LIBRARY) ordered.push(file);
  };
  entries.forEach(visit);
  return ordered.flatMap(({ declarations }) => declarations);
}

/** Read once for each who reads: many policies have one runtime. */
function openFile(path: string, read: ReadSource): RuntimeFile {
  const files = filesOf(read);
  const known = files.get(path);
  if (known !== undefined) return known;
  const source = parse(path, read(path));
  const imports = source.statements.filter((statement) => ts.isImportDeclaration(statement));
  const inScope = new Set([
    ...imports.flatMap(namesImported),
    ...source.statements.flatMap((each) => nameOf(each) ?? []),
  ]);
  const file: RuntimeFile = {
    path,
    imports: imports.map(({ moduleSpecifier }) =>
      new URL((moduleSpecifier as ts.StringLiteral).text, `file:///${path}`).pathname.slice(1),
    ),
    declarations: source.statements
      .filter((statement) => !ts.isImportDeclaration(statement))
      .map((statement) => declarationOf(statement, source, inScope)),
  };
  files.set(path, file);
  return file;
}

/** A name that bears another here could not stand in one file with what it names. */
function namesImported({ importClause }: ts.ImportDeclaration): readonly string[] {
  const bindings = importClause?.namedBindings;
  if (bindings === undefined || ts.isNamespaceImport(bindings)) return [];
  return bindings.elements.map(({ name, propertyName }) => {
    if (propertyName !== undefined)
      throw new Bug(`the runtime calls ${propertyName.text} by another name, ${name.text}`);
    return name.text;
  });
}

function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
}

function declarationOf(statement: ts.Statement, source: ts.SourceFile, inScope: ReadonlySet<string>): Declaration {
  const path = source.fileName;
  const name = nameOf(statement);
  if (name === undefined) throw new Bug(`${path} holds a statement that declares nothing by a name of its own`);
  const isType = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
  const mentions = new Set([...mentionsOf(statement)].filter((mentioned) => inScope.has(mentioned)));
  const isExported = exportWord(statement) !== undefined;
  return { name, path, text: withoutExport(statement, source), isType, isExported, mentions };
}

/** A constant that takes several names apart has none of its own. */
function nameOf(statement: ts.Statement): string | undefined {
  if (
    ts.isFunctionDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isClassDeclaration(statement)
  )
    return statement.name?.text;
  if (!ts.isVariableStatement(statement)) return undefined;
  const [declaration, ...others] = statement.declarationList.declarations;
  return declaration !== undefined && others.length === 0 && ts.isIdentifier(declaration.name)
    ? declaration.name.text
    : undefined;
}

function exportWord(statement: ts.Statement): ts.Modifier | undefined {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  return modifiers.find(({ kind }) => kind === SyntaxKind.ExportKeyword);
}

function withoutExport(statement: ts.Statement, source: ts.SourceFile): string {
  const word = exportWord(statement);
  const [start, end] = [statement.getFullStart(), statement.getEnd()];
  const text = source.text;
  if (word === undefined) return text.slice(start, end).trim();
  return (text.slice(start, word.getStart(source)) + text.slice(word.getEnd(), end).trimStart()).trim();
}

// ---------------------------------------------------------------- what is needed

function mentionsOf(node: ts.Node): ReadonlySet<string> {
  const mentions = new Set<string>();
  const visit = (each: ts.Node): void => {
    if (ts.isIdentifier(each)) mentions.add(each.text);
    ts.forEachChild(each, (child) => {
      if (!isNameWithin(each, child)) visit(child);
    });
  };
  visit(node);
  return mentions;
}

/** The name of a property, which is a name in its object alone, or of the declaration itself. */
function isNameWithin(parent: ts.Node, child: ts.Node): boolean {
  if (ts.isBindingElement(parent)) return child === parent.propertyName;
  if (ts.isShorthandPropertyAssignment(parent) || ts.isExportSpecifier(parent)) return false;
  return "name" in parent && child === parent.name;
}

function reachable(declarations: readonly Declaration[], from: ReadonlySet<string>): readonly Declaration[] {
  const byName = new Map(declarations.map((declaration) => [declaration.name, declaration]));
  if (byName.size < declarations.length) throw new Bug(`two files of the runtime declare ${twice(declarations)}`);
  const needed = new Set<Declaration>();
  const need = (name: string): void => {
    const declaration = byName.get(name);
    if (declaration === undefined || needed.has(declaration)) return;
    needed.add(declaration);
    declaration.mentions.forEach(need);
  };
  for (const name of from) if (byName.get(name)?.isExported === true) need(name);
  return declarations.filter((declaration) => needed.has(declaration));
}

function twice(declarations: readonly Declaration[]): string {
  const names = declarations.map(({ name }) => name);
  return names.find((name, index) => names.indexOf(name) < index) ?? "";
}

/** A name of the module that the runtime has too would be two things in one file. */
function refuseClashes(text: string, needed: readonly Declaration[]): void {
  const own = new Set(parse("module.ts", text).statements.map(nameOf));
  const clash = needed.find(({ name }) => own.has(name));
  if (clash !== undefined) throw new Bug(`the module declares ${clash.name}, and so does ${clash.path}`);
}
