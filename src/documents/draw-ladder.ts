// The steps of a procedure as a picture: a box for each, from the top down, and on the way to it what opens it. Drawn in the colour
// of the text around it, so that it suits light, dark and paper.

import { inMarkup } from "../support/in-markup.ts";
import { wrap } from "../support/wrap.ts";
import type { Block } from "./document.ts";

export interface Rung {
  readonly title: string;
  /** What opens it, such as `attendance this school year is below 95%`; empty for a step that opens at once. */
  readonly opens: string;
}

const WIDTH = 560;
const LINE = 18;
const MARGIN = 12;
const TITLE_COLUMNS = 60;
const OPENS_COLUMNS = 66;

export interface Ladder {
  readonly title: string;
  /** What begins the whole; empty where it begins by itself. */
  readonly starts: string;
  readonly rungs: readonly Rung[];
  /** No step waits for the one above it: their arrows begin in the open. */
  readonly inAnyOrder: boolean;
}

/** Between a box and an arrow that does not come from it. */
const APART = 14;

export function drawLadder({ title, starts, rungs, inAnyOrder }: Ladder): Block {
  const parts: string[] = [];
  let y = 0;
  const arrow = (words: string): void => {
    const lines = words === "" ? [] : wrap(words, OPENS_COLUMNS);
    const height = Math.max(24, lines.length * LINE + 14);
    parts.push(line(24, y, 24, y + height - 6), arrowHead(24, y + height));
    lines.forEach((text, row) => parts.push(writing(40, y + 7 + LINE * (row + 0.75), text, "italic")));
    y += height;
  };
  if (starts !== "") arrow(starts);
  rungs.forEach(({ title: name, opens }, index) => {
    if (index > 0 && inAnyOrder) y += APART;
    if (opens !== "" || (index > 0 && !inAnyOrder)) arrow(opens);
    const lines = wrap(name, TITLE_COLUMNS);
    const height = lines.length * LINE + 2 * MARGIN - 6;
    parts.push(box(y, height));
    lines.forEach((text, row) => parts.push(writing(MARGIN, y + MARGIN + LINE * (row + 0.6), text, "bold")));
    y += height;
  });
  const said = rungs.map(({ title: name, opens }) => (opens === "" ? name : `${name} (${opens})`));
  return {
    kind: "drawing",
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y + 2}" width="${WIDTH}" height="${y + 2}" font-family="Arial, sans-serif" font-size="14" fill="currentColor">${parts.join("")}</svg>`,
    words: `${title}: ${starts === "" ? "" : `${starts}; then `}${said.join(inAnyOrder ? "; " : ", then ")}.`,
  };
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  return `<path d="M${x1} ${y1}L${x2} ${y2}" stroke="currentColor" stroke-width="1.5" fill="none"/>`;
}

function arrowHead(x: number, y: number): string {
  return `<path d="M${x - 5} ${y - 8}L${x} ${y}L${x + 5} ${y - 8}Z"/>`;
}

function box(y: number, height: number): string {
  return `<rect x="1" y="${y + 1}" width="${WIDTH - 2}" height="${height}" rx="4" fill="none" stroke="currentColor" stroke-width="1.5"/>`;
}

function writing(x: number, y: number, text: string, style: "bold" | "italic"): string {
  const how = style === "bold" ? 'font-weight="bold"' : 'font-style="italic"';
  return `<text x="${x}" y="${y}" ${how}>${inMarkup(text)}</text>`;
}
