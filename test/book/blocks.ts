// The fenced blocks of a Markdown page, in order: what stands behind the fence, the text within, and the line where it begins.

export interface Block {
  /** The first word behind the fence, such as `rollcall`; empty where there is none. */
  readonly language: string;
  /** The words behind it that stand alone, such as `continued`. */
  readonly words: readonly string[];
  /** Those that say something, such as `error=band-gap` or `name="two words"`. */
  readonly values: ReadonlyMap<string, string>;
  /** The lines within, each with its end. */
  readonly text: string;
  /** Of the page, counted from 1, on which the fence stands. */
  readonly line: number;
}

const fenced = /^(`{3,})([^`\n]*)\n(.*?)^\1$/gms;
const behindFence = /([^\s="]+)=(?:"([^"]*)"|(\S+))|(\S+)/g;

export function blocksOf(page: string): readonly Block[] {
  return [...page.matchAll(fenced)].map((match) => {
    const [, , behind = "", text = ""] = match;
    const words: string[] = [];
    const values = new Map<string, string>();
    for (const [, key, quoted, plain, word] of behind.matchAll(behindFence))
      if (key === undefined) words.push(word ?? "");
      else values.set(key, quoted ?? plain ?? "");
    const [language = "", ...others] = words;
    return { language, words: others, values, text, line: page.slice(0, match.index).split("\n").length };
  });
}
