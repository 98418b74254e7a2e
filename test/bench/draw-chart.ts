// Lines of points → one chart as SVG, both axes in powers of ten, so that what grows evenly lies on a straight line. Readable on a light and
// on a dark page, and without its colours: every line bears its name.

export interface ChartLine {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export interface Chart {
  readonly title: string;
  readonly across: string;
  readonly up: string;
  readonly lines: readonly ChartLine[];
}

const [WIDTH, HEIGHT] = [860, 460];
const EDGE = { left: 80, right: 250, top: 48, bottom: 56 } as const;
const COLOURS = ["#0b6e4f", "#b3541e", "#3949ab", "#8e24aa", "#607d8b"] as const;
/** Names of lines stand at least so far apart. */
const LINE_HEIGHT = 18;

interface Scale {
  readonly from: number;
  readonly to: number;
  readonly at: (value: number) => number;
}

export function drawChart({ title, across, up, lines }: Chart): string {
  const points = lines.flatMap((line) => line.points);
  const x = scaleOf(
    points.map((point) => point.x),
    EDGE.left,
    WIDTH - EDGE.right,
  );
  const y = scaleOf(
    points.map((point) => point.y),
    HEIGHT - EDGE.bottom,
    EDGE.top,
  );
  const names = namePlaces(lines.map((line) => y.at(line.points.at(-1)?.y ?? 1)));
  const parts = [
    `<text class="title" x="${EDGE.left}" y="24">${escaped(title)}</text>`,
    ...powers(x).map((value) => tick(x.at(value), "x", value)),
    ...powers(y).map((value) => tick(y.at(value), "y", value)),
    `<text x="${(EDGE.left + WIDTH - EDGE.right) / 2}" y="${HEIGHT - 12}" text-anchor="middle">${escaped(across)}</text>`,
    `<text transform="translate(18 ${HEIGHT / 2}) rotate(-90)" text-anchor="middle">${escaped(up)}</text>`,
    ...lines.map((line, place) => drawLine(line, x, y, place, names[place] as number)),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img">
<title>${escaped(title)}</title>
<style>
text { font: 13px system-ui, sans-serif; fill: #333 }
.title { font-weight: 600; font-size: 15px }
.grid { stroke: #8885; stroke-width: 1 }
@media (prefers-color-scheme: dark) { text { fill: #ddd } }
</style>
${parts.join("\n")}
</svg>
`;
}

function drawLine({ name, points }: ChartLine, x: Scale, y: Scale, place: number, nameAt: number): string {
  const colour = COLOURS[place % COLOURS.length] as string;
  const places = points.map((point) => `${round(x.at(point.x))},${round(y.at(point.y))}`);
  const last = points.at(-1);
  const end = last === undefined ? 0 : x.at(last.x);
  return [
    `<polyline points="${places.join(" ")}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    ...places.map((at) => `<circle cx="${at.split(",")[0]}" cy="${at.split(",")[1]}" r="3.5" fill="${colour}"/>`),
    `<line x1="${round(end + 6)}" y1="${round(y.at(last?.y ?? 1))}" x2="${WIDTH - EDGE.right + 8}" y2="${round(nameAt)}" stroke="${colour}" stroke-dasharray="2 3"/>`,
    `<text x="${WIDTH - EDGE.right + 12}" y="${round(nameAt + 4)}" style="fill:${colour}">${escaped(name)}</text>`,
  ].join("\n");
}

/** Where names may stand beside the ends of their lines without lying on one another. */
function namePlaces(wanted: readonly number[]): readonly number[] {
  const places = [...wanted];
  const order = places.map((_, index) => index).toSorted((a, b) => (wanted[a] as number) - (wanted[b] as number));
  let least = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    places[index] = Math.max(wanted[index] as number, least);
    least = (places[index] ?? least) + LINE_HEIGHT;
  }
  return places;
}

function tick(at: number, axis: "x" | "y", value: number): string {
  const place = round(at);
  return axis === "x"
    ? `<line class="grid" x1="${place}" y1="${EDGE.top}" x2="${place}" y2="${HEIGHT - EDGE.bottom}"/><text x="${place}" y="${HEIGHT - EDGE.bottom + 20}" text-anchor="middle">${label(value)}</text>`
    : `<line class="grid" x1="${EDGE.left}" y1="${place}" x2="${WIDTH - EDGE.right}" y2="${place}"/><text x="${EDGE.left - 8}" y="${place + 4}" text-anchor="end">${label(value)}</text>`;
}

function scaleOf(values: readonly number[], low: number, high: number): Scale {
  const from = 10 ** Math.floor(Math.log10(Math.min(...values)));
  const to = 10 ** Math.ceil(Math.log10(Math.max(...values)));
  const span = Math.log10(to) - Math.log10(from);
  return { from, to, at: (value) => low + ((Math.log10(value) - Math.log10(from)) / span) * (high - low) };
}

function powers({ from, to }: Scale): readonly number[] {
  const found: number[] = [];
  for (let power = Math.round(Math.log10(from)); power <= Math.round(Math.log10(to)); power++) found.push(10 ** power);
  return found;
}

function label(value: number): string {
  return value >= 1 ? value.toLocaleString("en-GB") : String(Number(value.toPrecision(1)));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
