// Text from a policy or a spreadsheet, made safe to show: a hidden character may neither drive the terminal, nor
// reorder the line it stands in, nor go unseen when it is the very thing that is wrong.

/** Keeps the number of UTF-16 units, so that columns counted before still fit. A tab becomes one space. */
export function visibleText(text: string): string {
  return text.replaceAll(hidden, (character) => {
    if (character === "\t") return " ";
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : "\uFFFD";
  });
}

// Control characters; soft hyphen; zero-width and direction marks; line and paragraph separators; byte order mark.
// oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
const hidden = /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g;

/** The columns a terminal gives to a text: a letter outside the first plane takes one, an accent of its own none. */
export function shownWidth(text: string): number {
  let width = 0;
  for (const character of text) if (!/\p{Mn}|\p{Me}/u.test(character)) width++;
  return width;
}
