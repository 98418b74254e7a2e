// The one role that every school has without declaring it, by either of its names.

export function isParents(role: string): boolean {
  return role === "parent" || role === "parents";
}
