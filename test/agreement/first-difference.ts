// Two answers → where they first differ, in words, or undefined where they say the same. A thing said to be undefined and a thing
// not said are one; the order of names is not, that of rows is.

export function firstDifference(one: unknown, other: unknown, at = ""): string | undefined {
  if (one === other || (typeof one === "number" && Number.isNaN(one) && Number.isNaN(other))) return undefined;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null)
    return `${at}: ${show(one)} and ${show(other)}`;
  if (Array.isArray(one) !== Array.isArray(other)) return `${at}: ${show(one)} and ${show(other)}`;
  const [left, right] = [one as Readonly<Record<string, unknown>>, other as Readonly<Record<string, unknown>>];
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
