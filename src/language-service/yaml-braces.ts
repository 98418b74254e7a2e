// What was written on one line from a brace on, up to a place in it → the way to that place by keys and items. It answers while the
// braces are open still; of what was closed again only the keys count.

export type YamlStep =
  | { readonly kind: "key"; readonly key: string }
  /** `keys` are those that the item has besides the one at the place. */
  | { readonly kind: "item"; readonly keys: readonly string[] };

export interface InBraces {
  /** Keys of the outermost braces. */
  readonly outermost: readonly string[];
  readonly steps: readonly YamlStep[];
  /** Where a key stands, those that its braces have already; undefined where a value stands, whose key is the last step. */
  readonly present: readonly string[] | undefined;
  /** What was written of the key or value, from its first sign on. */
  readonly written: string;
}

interface Frame {
  readonly opens: "{" | "[";
  readonly keys: string[];
  /** Where the entry begins that is being written. */
  from: number;
}

/** `written` begins with a brace; undefined once that is closed. */
export function inBraces(written: string): InBraces | undefined {
  const frames = openFrames(written);
  const [outermost] = frames;
  if (outermost === undefined) return undefined;
  const steps: YamlStep[] = [];
  for (const [index, frame] of frames.entries()) {
    const inner = frames[index + 1];
    const entry = written.slice(frame.from, inner === undefined ? undefined : inner.from - 1).trimStart();
    const [, key, value = ""] = keyed.exec(entry) ?? [];
    if (frame.opens === "{" && key !== undefined) steps.push({ kind: "key", key: key.replaceAll(/^["']|["']$/g, "") });
    if (inner === undefined) {
      const standsKey = frame.opens === "{" && key === undefined;
      return {
        outermost: outermost.keys,
        steps,
        present: standsKey ? frame.keys : undefined,
        written: frame.opens === "{" && key !== undefined ? value : entry,
      };
    }
    if (frame.opens === "{" && key === undefined) return undefined;
    if (frame.opens === "[") {
      if (inner.opens === "[") return undefined;
      steps.push({ kind: "item", keys: inner.keys });
    }
  }
  return undefined;
}

const keyed = /^("[^"]*"|'[^']*'|[^\s:#"'[\]{}][^:#]*):\s+(.*)$/;

/** Braces and brackets that are open at the end, the outermost first. */
function openFrames(written: string): readonly Frame[] {
  const frames: Frame[] = [];
  for (const { 0: sign, index } of written.matchAll(/"[^"]*"?|'[^']*'?|[[\]{},]/g)) {
    const frame = frames.at(-1);
    if (sign === "{" || sign === "[") frames.push({ opens: sign, keys: [], from: index + 1 });
    else if (sign === "}" || sign === "]") frames.pop();
    else if (sign === "," && frame !== undefined) {
      const key = keyed.exec(`${written.slice(frame.from, index).trim()} `)?.[1];
      if (key !== undefined) frame.keys.push(key);
      frame.from = index + 1;
    }
    if (frames.length === 0) return [];
  }
  return frames;
}
