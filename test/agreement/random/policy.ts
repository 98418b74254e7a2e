// One random policy as text, sometimes in two layers: the words every school needs, then declarations drawn by chance, each of
// which may speak of those before it. Most are sound; the compiler throws the others out.

import type { Chance } from "../../random-record.ts";
import { declare, from, noNames, once, weighted } from "./draw.ts";
import type { Draw, FigureKind } from "./draw.ts";
import { bracketed, condition, counted, dateText, figure, limitText, timeText, windowText } from "./phrases.ts";
import { block, duty, procedure } from "./procedures.ts";

/** The text of the policy, and of the layer that it extends, where there is one. */
export interface RandomPolicy {
  readonly text: string;
  readonly above?: string;
}

const CODES: readonly string[] = [
  `code / "Present, morning" attending on site`,
  `code \\ "Present, afternoon" attending on site`,
  `code L "Late, before the register closed" attending on site`,
  `code I "Ill" authorised`,
  `code G "Holiday" unauthorised`,
  `code N "No reason yet" unauthorised`,
  `code O "Without leave" unauthorised`,
  `code U "Late, after the register closed" unauthorised on site`,
];

const ODD_CODES: readonly (readonly [code: string, lines: readonly string[]])[] = [
  ["V", [`code V "Visit" approved`]],
  ["X", [`code X "Not required" not-possible`]],
  ["Y", [`code Y "Unable" not-possible until 2024-08-18`]],
  ["Y1", [`code Y1 "No transport" not-possible from 2024-08-19`]],
  ["J", [`code J "Interview" approved until 2024-08-18`, `code J "Interview" authorised from 2024-08-19`]],
  ["C", [`code C "Leave" authorised from 2024-03-01 until 2025-01-06`]],
  ["#", [`code # "Planned closure" administrative`]],
  ["M", [`code M "Appointment" authorised on site`]],
];

const WORDS: readonly string[] = [
  `role headteacher "Headteacher"`,
  `role office "Office" 2 people`,
  `role parents "Parents"`,
  `role parent "Parent"`,
  `role local-authority "Local authority"`,
  `channel letter-post "By post"`,
  `reason illness`,
  `reason holiday`,
  `reason poorly "Poorly" same as illness`,
  `act telephone "telephoned"`,
  `act report-absence "absence reported" recording reason`,
  `act make-contact "contact made" recording comment`,
  `act send "sent"`,
  `act tell "told"`,
  `act pay "paid"`,
  `act ask-leave "leave asked" recording first-day as date, last-day as date`,
];

/** Acts that some policies let nobody do but somebody, or only when. */
function guardedActs(draw: Draw): readonly string[] {
  const only = (): string => (once(draw, 4) ? ` {\n  allowed only when ${condition(draw, 1)}\n}` : "");
  return [
    `act meet "met"${once(draw, 3) ? " by headteacher" : ""}${only()}`,
    `act visit "visited"${only()}`,
    `act refer "referred"${once(draw, 3) ? " recording why" : ""}`,
    `act issue-notice "notice issued"${only()}`,
  ];
}

export function randomPolicy(chance: Chance): RandomPolicy {
  const names = noNames();
  const draw: Draw = { chance, names, stepsBefore: [] };
  names.codes.push("/", "\\", "L", "I", "G", "N", "O", "U");
  names.reasons.push("illness", "holiday", "poorly");
  const odd = ODD_CODES.filter(() => !once(draw, 3));
  names.codes.push(...odd.map(([code]) => code));
  const basis = [...CODES, ...odd.flatMap(([, lines]) => lines), ...WORDS, ...registers(draw)];
  const vocabulary = words(draw);
  const own = [...guardedActs(draw), ...declarations(draw)];
  const forced = `in force from ${from(draw, ["2023-09-01", "2023-09-01", "2024-03-04", "2024-08-19"])}`;
  if (!once(draw, 4)) {
    const lines = [`school policy drawn "Drawn"`, forced, ...basis, ...vocabulary, ...own];
    return { text: `${lines.join("\n")}\n` };
  }
  const locked = `parameter stiff is ${limitText(plain(draw), "percent")}, ${from(draw, ["fixed", "free"])}`;
  const above = [`nation policy upper "Upper"`, "in force from 2023-09-01", ...basis, ...vocabulary, locked];
  const redeclared = locked.endsWith("free") && once(draw, 2) ? ["parameter stiff is 91%"] : [];
  const text = [`school policy drawn "Drawn"`, "extends upper", forced, ...redeclared, ...own];
  return { text: `${text.join("\n")}\n`, above: `${above.join("\n")}\n` };
}

/** Without what is declared so far: for a layer that stands above it. */
function plain({ chance }: Draw): Draw {
  return { chance, names: noNames(), stepsBefore: [] };
}

// ---------------------------------------------------------------- the words and times of the school

function registers(draw: Draw): readonly string[] {
  if (once(draw, 6)) return [];
  const zones = once(draw, 2) ? ["L after 08:55 until 09:10", "U after 09:10"] : [];
  const ends = once(draw, 3) ? [] : [`day ends ${from(draw, ["15:25", "14:00"])}`];
  const morning = block("register morning", ["opens 08:55", `closes ${from(draw, ["09:10", "09:30"])}`, ...zones, ...ends]); // prettier-ignore
  const afternoon = block("register afternoon", ["opens 13:00", "closes 13:15"]);
  const little = ["group little means year at most 4", block("register morning for little", ["opens 09:00", "closes 09:20"])]; // prettier-ignore
  if (!once(draw, 4)) return once(draw, 5) ? [morning] : [morning, afternoon];
  draw.names.groups.push("little");
  return [morning, afternoon, ...little];
}

function words(draw: Draw): readonly string[] {
  const { names } = draw;
  const lines: string[] = [];
  for (const flag of ["looked-after", "has-social-worker", "special-needs"].filter(() => once(draw, 2))) {
    lines.push(`flag ${flag}`);
    names.flags.push(flag);
  }
  if (names.flags.length > 0 && once(draw, 4)) {
    lines.push(`flag in-care "In care" same as ${names.flags[0]}`);
    names.flags.push("in-care");
  }
  if (once(draw, 3)) {
    lines.push(`group juniors means year at least 3 and year at most ${4 + draw.chance(4)}`);
    names.groups.push("juniors");
  }
  for (const letter of ["letter-1", "letter-2"].filter(() => once(draw, 2))) {
    lines.push(block(`document ${letter} "A letter"`, [once(draw, 2) ? "may have figure" : `needs figure${once(draw, 2) ? "" : ` when ${plainCondition(draw)}`}`])); // prettier-ignore
    names.documents.push(letter);
  }
  for (const decision of ["worrying", "exceptional"].filter(() => once(draw, 2))) {
    lines.push(block(`decision ${decision} "Is it ${decision}?" by headteacher`, [`test "as the policy says"`, "answers yes, no"])); // prettier-ignore
    names.decisions.push(decision);
  }
  return lines;
}

function plainCondition(draw: Draw): string {
  return from(draw, ["absent", "year at least 3", "attendance this year below 95%"]);
}

// ---------------------------------------------------------------- what is declared by chance

function declarations(draw: Draw): readonly string[] {
  const lines = ["measure attendance-this-year is attendance this year"];
  declare(draw.names.measures, "percent", "attendance-this-year");
  const many = 3 + draw.chance(7);
  for (let index = 1; index <= many; index++) lines.push(declaration(draw, index));
  return lines;
}

function declaration(draw: Draw, index: number): string {
  return weighted<string>(draw, [
    [4, () => parameter(draw, `figure-${index}`)],
    [3, () => measure(draw, `measure-${index}`)],
    [4, () => status(draw, `status-${index}`)],
    [3, () => bands(draw, `level-${index}`)],
    [8, () => drawnProcedure(draw, `way-${index}`)],
    [2, () => duty(draw, `duty-${index}`)],
    [1, () => coding(draw, `coding-${index}`)],
    [1, () => `note "Nothing can be counted from this, ${index}." because "it is a wish"`],
    [1, () => readings(draw, `open-${index}`)],
    [1, () => group(draw, `group-${index}`)],
  ]);
}

function parameter(draw: Draw, name: string): string {
  const { names } = draw;
  return weighted<string>(draw, [
    [4, () => figureParameter(draw, name)],
    [2, () => named(names.lengths, name, `parameter ${name} is ${dated(draw, () => counted(1 + draw.chance(9), "school days"))}`)], // prettier-ignore
    [1, () => named(names.schoolWeeks, name, `parameter ${name} is ${dated(draw, () => counted(1 + draw.chance(5), "school weeks"))}`)], // prettier-ignore
    [1, () => named(names.dates, name, `parameter ${name} is ${dateText(draw)}`)],
    [1, () => named(names.times, name, `parameter ${name} is ${dated(draw, () => timeText(draw))}`)],
    [1, () => named([], name, `parameter ${name} is ${from(draw, ["unspecified", "£80", `"whom it may concern"`])}`)],
  ]);
}

function named(list: string[], name: string, text: string): string {
  list.push(name);
  return text;
}

function figureParameter(draw: Draw, name: string): string {
  const kind = from(draw, ["percent", "percent", "sessions", "occasions", "school days"] satisfies FigureKind[]);
  const bare = plain(draw);
  const text = `parameter ${name} is ${dated(draw, () => limitText(bare, kind).replace("unspecified", limitText(bare, kind)))}`; // prettier-ignore
  if (kind === "school days") draw.names.lengths.push(name);
  declare(draw.names.figures, kind, name);
  return text;
}

/** A value with a history: one until a day, another from the next; now and then with a day in between that nothing is said of. */
function dated(draw: Draw, value: () => string): string {
  if (!once(draw, 3)) return value();
  const [until, since] = from(draw, [
    ["2024-08-18", "2024-08-19"],
    ["2024-02-28", "2024-02-29"],
    ["2024-12-31", "2025-01-06"],
  ] as const);
  return `${value()} until ${until}, ${value()} from ${since}`;
}

function measure(draw: Draw, name: string): string {
  const { text, kind } = figure(draw);
  const other = Array.from({ length: 20 }, () => figure(draw)).find((each) => each.kind === kind)?.text ?? text;
  const when = condition(draw, 1);
  declare(draw.names.measures, kind, name);
  if (!once(draw, 3)) return `measure ${name} is ${text}`;
  return block(`measure ${name} is`, [`${text} when ${when}`, `otherwise ${other}`]);
}

function status(draw: Draw, name: string): string {
  const turned = ["telephoned", "met", "notice issued", ...draw.names.documents.map((letter) => `${letter} sent`)];
  const text = once(draw, 5)
    ? `status ${name} from ${from(draw, turned)} until ${once(draw, 4) ? "unspecified" : from(draw, turned)}`
    : `status ${name} when ${condition(draw)}`;
  draw.names.statuses.push(name);
  return text;
}

function bands(draw: Draw, name: string): string {
  const rows = ["High", "Middle", "Low"].slice(0, 2 + draw.chance(2));
  const worth = once(draw, 2);
  const points = (index: number): string => (worth ? ` worth ${counted(rows.length - index, "points")}` : "");
  const [top, bottom] = from(draw, [["98%", "90%"], ["95%", "80%"], ["100%", "50%"]] as const); // prettier-ignore
  const lines = [
    `"High" from ${top}${points(0)}`,
    `"Middle" from ${bottom} below ${top}${points(1)}`,
    ...(rows.length === 3 ? [`"Low" below ${bottom}${points(2)}`] : []),
  ];
  const of = once(draw, 3) ? "attendance-this-year" : `attendance ${windowText(draw)}`;
  draw.names.bands.push({ name, rows: rows.map((row) => row.toLowerCase()), worth });
  return block(`bands ${name} of ${of}`, lines);
}

function drawnProcedure(draw: Draw, name: string): string {
  const { text, declared } = procedure(draw, name);
  draw.names.procedures.push(declared);
  return text;
}

function coding(draw: Draw, name: string): string {
  const rows = [`I when reason is illness`, `G when ${bracketed(condition(draw, 1))}`];
  return block(`coding ${name}`, [...rows.filter(() => !once(draw, 3)), ...(once(draw, 3) ? [] : ["otherwise O"])]);
}

function readings(draw: Draw, name: string): string {
  const value = (): string => limitText(plain(draw), "percent").replace("unspecified", "90%");
  const text = `readings "which figure ${name}" {\n  chosen "this" because "it stands first" {\n    parameter ${name} is ${value()}\n  }\n  or "that" {\n    parameter ${name} is ${value()}\n  }\n}`;
  declare(draw.names.figures, "percent", name);
  return text;
}

function group(draw: Draw, name: string): string {
  const text = `group ${name} means ${condition({ ...draw, names: { ...draw.names, procedures: [] } }, 1)}`;
  draw.names.groups.push(name);
  return text;
}
