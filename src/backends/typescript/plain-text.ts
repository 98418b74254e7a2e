// Words of a policy → words that may stand in a comment, which they must not end.

export function plainText(text: string): string {
  return text.replaceAll("*/", "* /").replace(/\s+/g, " ");
}
