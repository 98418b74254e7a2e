// What an answer said before, and what it says now → the same as now, with every part that says what it said before being that part.
// A view whose part is the same then need not be drawn again. Plain data only, such as comes from a worker.

export function keptParts<T>(before: T | undefined, now: T): T {
  return kept(before, now) as T;
}

function kept(before: unknown, now: unknown): unknown {
  if (Object.is(before, now)) return before;
  if (typeof before !== "object" || typeof now !== "object" || before === null || now === null) return now;
  if (Array.isArray(now)) return Array.isArray(before) ? keptList(before, now) : now;
  return Array.isArray(before) || !isPlain(before) || !isPlain(now) ? now : keptRecord(before, now);
}

function keptList(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  const next = now.map((part, index) => kept(before[index], part));
  return before.length === next.length && next.every((part, index) => Object.is(part, before[index])) ? before : next;
}

type Plain = Readonly<Record<string, unknown>>;

function keptRecord(before: Plain, now: Plain): Plain {
  const names = Object.keys(now);
  const parts = names.map((name) => [name, Object.hasOwn(before, name) ? kept(before[name], now[name]) : now[name]]);
  const same =
    Object.keys(before).length === names.length &&
    parts.every(([name, part]) => Object.hasOwn(before, name as string) && Object.is(part, before[name as string]));
  return same ? before : (Object.fromEntries(parts) as Plain);
}

/** Neither a map, nor numbers in a row, nor anything else that holds more than its fields. */
function isPlain(value: object): value is Plain {
  return Object.getPrototypeOf(value) === Object.prototype;
}
