// Words as they may stand in Markdown: signs that mean something there are given a backslash, and lines stay one line.

export function inMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|~&]/g, "\\$&").replaceAll(/\s*\n\s*/g, " ");
}
