// A tree changed at one place, everything else shared: paths into an Ast, and what is put or taken away there.
// Knows no kind of node.

/** Keys and list positions from the root down. */
export type Path = readonly (string | number)[];

export function at(tree: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (node, key) => (node as Readonly<Record<string | number, unknown>> | undefined)?.[key],
    tree,
  );
}

/** The same tree with another value at the path; the tree given stays as it is. */
export function replaceAt<T>(tree: T, path: Path, value: unknown): T {
  const [key, ...rest] = path;
  if (key === undefined) return value as T;
  if (Array.isArray(tree)) return tree.with(Number(key), replaceAt(tree[Number(key)], rest, value)) as T;
  return { ...tree, [key]: replaceAt((tree as Readonly<Record<string | number, unknown>>)[key], rest, value) };
}

/** The same tree without one member of a list; undefined where the path leads to no member of a list. */
export function removeAt<T>(tree: T, path: Path): T | undefined {
  const list = at(tree, path.slice(0, -1));
  const index = path.at(-1);
  if (!Array.isArray(list) || typeof index !== "number") return undefined;
  return replaceAt(tree, path.slice(0, -1), list.toSpliced(index, 1));
}
