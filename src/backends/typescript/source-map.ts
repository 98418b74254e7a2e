// Where the rules stand in a module → a source map (revision 3), so that whoever's debugger or stack points at a table of the
// module reads the line of the policy that it came from. Carries the policy's text with it, since a module may travel without it.

import type { Rule } from "../../ir/rules.ts";
import { positionOf } from "../../source/text.ts";
import type { SourceText } from "../../source/text.ts";
import type { RulePlace } from "./rule-marks.ts";

export interface MappedFile {
  readonly name: string;
  readonly places: readonly RulePlace[];
  /** How the map calls a text of a policy, such as the way to it from the folder of the module. */
  readonly pathOf: (source: SourceText) => string;
}

/** The text of the map, on one line. */
export function writeSourceMap({ name, places, pathOf }: MappedFile): string {
  const sources = [...new Set(places.flatMap(({ rule }) => (rule === undefined ? [] : [rule.origin.span.source])))];
  const names = [...new Set(places.flatMap(({ rule }) => (rule === undefined ? [] : [rule.rule])))];
  const mappings = encode(onEachLine(places), (rule) => {
    const { source } = rule.origin.span;
    const { line, column } = positionOf(rule.origin.span);
    return [sources.indexOf(source), line - 1, column - 1, names.indexOf(rule.rule)];
  });
  return `${JSON.stringify({
    version: 3,
    file: name,
    sources: sources.map(pathOf),
    sourcesContent: sources.map(({ text }) => text),
    names,
    mappings,
  })}\n`;
}

/** A map counts from the start of each line, so a rule that goes on over several has a place on each. */
function onEachLine(places: readonly RulePlace[]): readonly RulePlace[] {
  return places.flatMap((place, index) => {
    const next = places[index + 1];
    if (place.rule === undefined || next === undefined) return [place];
    const lines = Array.from({ length: next.line - place.line }, (_, line) => place.line + line + 1);
    const starts = lines.map((line) => ({ line, column: 0, rule: place.rule }));
    return [place, ...starts.filter(({ line }) => line < next.line || next.column > 0)];
  });
}

type Target = readonly [source: number, line: number, column: number, name: number];

/** Each number is written as its difference from the one before of its kind; columns begin again on each line. */
function encode(places: readonly RulePlace[], targetOf: (rule: Rule) => Target): string {
  let [text, line, column] = ["", 0, 0];
  let before: Target = [0, 0, 0, 0];
  for (const place of places) {
    const isFirst = place.line > line || text === "";
    if (place.line > line) [text, line, column] = [text + ";".repeat(place.line - line), place.line, 0];
    text += `${isFirst ? "" : ","}${digits(place.column - column)}`;
    column = place.column;
    if (place.rule === undefined) continue;
    const target = targetOf(place.rule);
    text += target.map((number, index) => digits(number - (before[index] as number))).join("");
    before = target;
  }
  // Some readers take the end of a line as the end of a place that names nothing, and the end of all as more to come.
  return `${text};`;
}

/** The places of a map's segments that name one: line and column in the file, and in the first of its sources. */
export function readMappings(
  mappings: string,
): readonly (readonly [line: number, column: number, fromLine: number, fromColumn: number])[] {
  let [fromLine, fromColumn] = [0, 0];
  return mappings.split(";").flatMap((segments, line) => {
    let column = 0;
    return segments.split(",").flatMap((segment) => {
      const [onwards = 0, , down = 0, across] = numbersIn(segment);
      column += onwards;
      if (across === undefined) return [];
      [fromLine, fromColumn] = [fromLine + down, fromColumn + across];
      return [[line, column, fromLine, fromColumn] as const];
    });
  });
}

function numbersIn(segment: string): readonly number[] {
  const numbers: number[] = [];
  let [value, worth] = [0, 1];
  for (const digit of segment) {
    const group = BASE64.indexOf(digit);
    value += (group % 32) * worth;
    worth *= 32;
    if (group >= 32) continue;
    numbers.push(value % 2 === 1 ? -(value - 1) / 2 : value / 2);
    [value, worth] = [0, 1];
  }
  return numbers;
}

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** A number in groups of five bits, the lowest first, its sign in the lowest of all; a sixth bit says that more follow. */
function digits(number: number): string {
  let rest = number < 0 ? -number * 2 + 1 : number * 2;
  let text = "";
  do {
    const group = rest % 32;
    rest = Math.floor(rest / 32);
    text += BASE64.charAt(rest > 0 ? group + 32 : group);
  } while (rest > 0);
  return text;
}
