// A little Markdown, such as the pages of codes are written in → its blocks and words. It knows headings, paragraphs, lists,
// quotations, listings and words in backquotes; all else is words.

export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "quote"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] };

export function blocksOf(page: string): readonly Block[] {
  const parts = page.split(/^```[a-z]*\n([\s\S]*?)^```$/m);
  return parts.flatMap((part, index): readonly Block[] =>
    index % 2 === 1 ? [{ kind: "code", text: part.trimEnd() }] : part.split(/\n{2,}/).flatMap(blockOf),
  );
}

function blockOf(text: string): readonly Block[] {
  const lines = text.trim().split("\n");
  const [first = ""] = lines;
  if (first === "") return [];
  if (/^#+ /.test(first)) {
    const rest = lines.slice(1).join("\n");
    return [{ kind: "heading", text: first.replace(/^#+ /, "") }, ...(rest === "" ? [] : blockOf(rest))];
  }
  if (lines.every((line) => line.startsWith(">")))
    return [{ kind: "quote", text: lines.map((line) => line.replace(/^> ?/, "")).join(" ") }];
  if (/^[-*] /.test(first))
    return [
      {
        kind: "list",
        items: text
          .trim()
          .split(/^[-*] /m)
          .slice(1)
          .map(oneLine),
      },
    ];
  return [{ kind: "paragraph", text: oneLine(text) }];
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s*\n\s*/g, " ");
}

/** Words in backquotes are the policy's own. */
export function pieces(text: string): readonly { readonly text: string; readonly code: boolean }[] {
  return text
    .split("`")
    .map((piece, index) => ({ text: piece, code: index % 2 === 1 }))
    .filter((piece) => piece.text !== "");
}
