// The element of a field, and the way to it: its topic may be folded away.

export function elementIdOf(id: string): string {
  return `figure-${id.replaceAll(/[^A-Za-z0-9]+/g, "-")}`;
}

export function goToField(id: string): void {
  const field = document.getElementById(elementIdOf(id));
  const folded = field?.closest("details");
  if (folded !== null && folded !== undefined) folded.open = true;
  field?.scrollIntoView({ block: "center" });
  field?.focus();
}
