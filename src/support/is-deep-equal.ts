// Whether two plain values say the same: records, lists, maps and what they hold.

export function isDeepEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((one, at) => isDeepEqual(one, b[at]));
  if (a instanceof Map)
    return (
      b instanceof Map && a.size === b.size && [...a].every(([key, one]) => b.has(key) && isDeepEqual(one, b.get(key)))
    );
  if (Array.isArray(b) || b instanceof Map) return false;
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  const [left, right] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  return (
    keys.length === others.length && keys.every((key) => Object.hasOwn(b, key) && isDeepEqual(left[key], right[key]))
  );
}
