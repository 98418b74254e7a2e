// A YAML scalar as written, and the text it stands for → where each character of the text was written.
// Escapes, doubled quotes, folded lines and block indentation are stepped over; what the text means is not known here.

export type ScalarStyle = "plain" | "single" | "double" | "block";

interface Walk {
  readonly raw: string;
  readonly text: string;
  readonly style: ScalarStyle;
  /** Spaces before each line of a block, which belong to the layout. */
  readonly indent: number;
}

/** Where `length` characters of the text were written, and where the writing goes on. */
interface Step {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/**
 * One offset into `raw` for each character of `text` and one for its end; undefined if the two do not belong together.
 * `raw` is the scalar's own stretch of the file, with its quotation marks, or the lines of a block without its header.
 */
export function scalarOffsets(raw: string, text: string, style: ScalarStyle): readonly number[] | undefined {
  if (style !== "block") return walkThrough({ raw, text, style, indent: 0 });
  // A block whose header says how far it is indented may begin with blanks of its own.
  for (let indent = leastIndent(raw); indent >= 0; indent--) {
    const offsets = walkThrough({ raw, text, style, indent });
    if (offsets !== undefined) return offsets;
  }
  return undefined;
}

function walkThrough(walk: Walk): readonly number[] | undefined {
  const { text, style } = walk;
  const offsets: number[] = [];
  let at = style === "single" || style === "double" ? 1 : skipIndent(walk, 0);
  while (offsets.length < text.length) {
    const step = nextStep(walk, at, offsets.length);
    if (step === undefined) return undefined;
    for (let count = 0; count < step.length; count++) offsets.push(step.from);
    at = step.to;
  }
  offsets.push(at);
  return offsets;
}

function nextStep(walk: Walk, at: number, index: number): Step | undefined {
  const { raw, text, style } = walk;
  if (style === "double" && raw[at] === "\\") return escapeStep(walk, at, index);
  const fold = foldStep(walk, at, index);
  if (fold !== undefined) return fold;
  // The last line of a block ends even where the file does not.
  if (style === "block" && at === raw.length && text[index] === "\n") return { from: at, to: at, length: 1 };
  if (raw[at] !== text[index]) return undefined;
  const doubled = style === "single" && raw[at] === "'" && raw[at + 1] === "'";
  return { from: at, to: at + (doubled ? 2 : 1), length: 1 };
}

// ---------------------------------------------------------------- escapes

const escapeDigits: ReadonlyMap<string, number> = new Map([
  ["x", 2],
  ["u", 4],
  ["U", 8],
]);

function escapeStep(walk: Walk, at: number, index: number): Step | undefined {
  const { raw } = walk;
  if (/^\r?\n/.test(raw.slice(at + 1, at + 3))) {
    const run = breakRun(walk, at + 1);
    const kept = Math.min(run.breaks - 1, newlinesAt(walk.text, index));
    return kept > 0 ? { from: at, to: run.end, length: kept } : nextStep(walk, run.end, index);
  }
  const digits = escapeDigits.get(raw[at + 1] ?? "") ?? 0;
  const point = digits === 8 ? Number.parseInt(raw.slice(at + 2, at + 10), 16) : 0;
  return { from: at, to: at + 2 + digits, length: point > 0xffff ? 2 : 1 };
}

// ---------------------------------------------------------------- line breaks

/** A run of line breaks gives one space, or its breaks but one, or all of them: the text says which. */
function foldStep(walk: Walk, at: number, index: number): Step | undefined {
  const run = breakRun(walk, at);
  if (run.breaks === 0) return undefined;
  const given = Math.min(newlinesAt(walk.text, index), run.breaks);
  if (given > 0) return { from: at, to: run.end, length: given };
  return walk.text[index] === " " ? { from: at, to: run.end, length: 1 } : undefined;
}

/** The line breaks that stand here, with the blanks around them that belong to the layout. */
function breakRun(walk: Walk, at: number): { readonly end: number; readonly breaks: number } {
  const pattern = walk.style === "block" ? /\r?\n/y : /[ \t]*\r?\n/y;
  let end = at;
  let breaks = 0;
  for (pattern.lastIndex = end; pattern.test(walk.raw); pattern.lastIndex = end) {
    end = walk.style === "block" ? skipIndent(walk, pattern.lastIndex) : pattern.lastIndex;
    breaks++;
  }
  return { end: breaks > 0 && walk.style !== "block" ? skipBlanks(walk.raw, end) : end, breaks };
}

function newlinesAt(text: string, index: number): number {
  let count = 0;
  while (text[index + count] === "\n") count++;
  return count;
}

function skipBlanks(raw: string, from: number): number {
  let at = from;
  while (raw[at] === " " || raw[at] === "\t") at++;
  return at;
}

/** How far every line of a block is indented that is not blank. */
function leastIndent(raw: string): number {
  const indents = [...raw.matchAll(/^( *)[^ \r\n]/gm)].map(([, blanks = ""]) => blanks.length);
  return indents.length === 0 ? 0 : Math.min(...indents);
}

function skipIndent(walk: Walk, from: number): number {
  let at = from;
  while (at - from < walk.indent && walk.raw[at] === " ") at++;
  return at;
}
