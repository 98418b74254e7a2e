// Whether two parts of a model mean the same, whatever their place, title or clauses: what "word for word" comes to (S31).

const beside: ReadonlySet<string> = new Set(["origin", "span", "title", "lock", "layers", "replaces"]);

export function sameMeaning(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((part, index) => sameMeaning(part, b[index]));
  }
  if (!isRecord(a) || !isRecord(b)) return a === b;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)].filter((key) => !beside.has(key)));
  return [...keys].every((key) => sameMeaning(a[key], b[key]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
