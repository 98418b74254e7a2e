// A paper as plain data: headings, paragraphs, lists, tables and drawings. Writers turn it into Markdown, a page or a word
// processor's file; whoever makes one knows none of them.

export type Block =
  | { readonly kind: "heading"; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | {
      readonly kind: "table";
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  /** A picture, and the words that say the same to who cannot see it. */
  | { readonly kind: "drawing"; readonly svg: string; readonly words: string };

export interface Paper {
  readonly title: string;
  /** One or two sentences under the title. */
  readonly about: string;
  readonly blocks: readonly Block[];
}

export function heading(level: 2 | 3, text: string): Block {
  return { kind: "heading", level, text };
}

export function paragraph(text: string): Block {
  return { kind: "paragraph", text };
}

/** No list where there is nothing to list. */
export function list(items: readonly string[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: "list", items }];
}

/** Every sentence that is read, for counting how hard it is to read: headings and tables are no sentences. */
export function sentencesOf({ about, blocks }: Paper): string {
  const texts = blocks.flatMap((block) =>
    block.kind === "paragraph" ? [block.text] : block.kind === "list" ? block.items : [],
  );
  return [about, ...texts].join("\n");
}

/** `1 rule`, `3 rules`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
