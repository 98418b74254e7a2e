// Two answers → where they first differ, in words, or undefined where they say the same. A thing said to be undefined and a thing
// not said are one; the order of names is not, that of rows is.

/** Whether there is no difference; quicker, since it says nothing of where. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one)) {
    if (!Array.isArray(other) || one.length !== other.length) return false;
    for (let index = 0; index < one.length; index++) if (!isSame(one[index], other[index])) return false;
    return true;
  }
  if (Array.isArray(other)) return false;
  const [left, right] = [one as Readonly<Record<string, unknown>>, other as Readonly<Record<string, unknown>>];
  for (const key in left) if (!isSame(left[key], right[key])) return false;
  for (const key in right) if (right[key] !== undefined && left[key] === undefined) return false;
  return true;
}

export function firstDifference(one: unknown, other: unknown, at = ""): string | undefined {
  if (one === other) return undefined;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null)
    return `${at}: ${show(one)} and ${show(other)}`;
  if (Array.isArray(one) !== Array.isArray(other)) return `${at}: ${show(one)} and ${show(other)}`;
  const [left, right] = [one as Readonly<Record<string, unknown>>, other as Readonly<Record<string, unknown>>];
  if (right["thrown"] !== left["thrown"]) return `${at}: thrown ${show(right["thrown"] ?? left["thrown"])}`;
  for (const key in left) {
    const difference = left[key] === right[key] ? undefined : firstDifference(left[key], right[key], `${at}.${key}`);
    if (difference !== undefined) return difference;
  }
  for (const key in right) {
    if (right[key] !== undefined && left[key] === undefined) return `${at}.${key}: nothing and ${show(right[key])}`;
  }
  return undefined;
}

function show(value: unknown): string {
  return (JSON.stringify(value) ?? "nothing").slice(0, 200);
}
