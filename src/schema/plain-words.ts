// What is wrong with a value → plain words; and the parts that the schemas are made of, each of which says its faults in them.

import { z } from "zod";
import { suggestName } from "../diagnostics/did-you-mean.ts";
import { objectWords } from "../school/check-parts.ts";
import { FIRST_DAY, LAST_DAY } from "../school/day.ts";
import { lastInstant, startOfDay } from "../school/moment.ts";
import { wordList } from "../support/word-list.ts";

/** What there is to know of a fault. */
interface Issue {
  readonly code?: string | undefined;
  readonly input?: unknown;
  readonly keys?: unknown;
}

/** The names that a text can be, and their plural, such as "roles". */
interface Choice {
  readonly names: readonly string[];
  readonly what: string;
}

/** `what` says what the value is: `a text`, `the day: whole days since 1970-01-01`. */
function wordsFor(what: string, choice?: Choice): (issue: Issue) => string {
  return (issue) => {
    if (issue.code === "unrecognized_keys" && Array.isArray(issue.keys)) {
      const names = issue.keys.map((key) => `\`${String(key)}\``);
      const [verb, noun] = names.length === 1 ? ["is", "a key"] : ["are", "keys"];
      return `${wordList(names, "and")} ${verb} not ${noun} that anything reads here. Leave it out, or look for a slip in the name.`;
    }
    if (issue.input === undefined) return `This is missing: ${what}.`;
    const found = kindOf(issue.input);
    if (choice !== undefined && typeof issue.input === "string") {
      return `\`${issue.input}\` is none of the ${choice.what}. ${suggestName(issue.input, choice.names, choice.what)}`;
    }
    return `This should be ${what}, and it is ${found}.`;
  };
}

function kindOf(input: unknown): string {
  if (input === null) return "null";
  if (Array.isArray(input)) return "a list";
  switch (typeof input) {
    case "string":
      return `the text ${JSON.stringify(input.length > 40 ? `${input.slice(0, 40)}…` : input)}`;
    case "number":
      return Number.isInteger(input) ? `the number ${input}` : `${input}, which is not a whole number`;
    case "boolean":
      return input ? "true" : "false";
    case "object":
      return objectWords(input);
    default:
      return `a ${typeof input}`;
  }
}

// ---------------------------------------------------------------- parts

export const text = (what = "a text") => z.string({ error: wordsFor(what) });

export const flag = (what: string) => z.boolean({ error: wordsFor(`true or false: ${what}`) });

export const whole = (what: string) => z.int({ error: wordsFor(`a whole number: ${what}`) });

const DAY = "the day, counted from 1970-01-01";
const MOMENT = "the moment, in seconds from the first of 1970 on the school's own clock";

export const day = () => whole(DAY);

export const moment = () => whole(MOMENT);

/** A day that a date can say, of which there are no more than the years 1 to 9999 have. */
export const writtenDay = () => within(day(), FIRST_DAY, LAST_DAY, DAY);

/** A moment of such a day. */
export const writtenMoment = () => within(moment(), startOfDay(FIRST_DAY), lastInstant(LAST_DAY), MOMENT);

function within(number: ReturnType<typeof whole>, from: number, to: number, what: string): z.ZodInt {
  const error = wordsFor(`a whole number: ${what}`);
  return number.min(from, { error }).max(to, { error });
}

/** Texts by whatever names. */
export const texts = (what: string) =>
  z.record(z.string(), text(), { error: wordsFor(`a group of keys and values: ${what}, each a text`) });

export const list = <T extends z.ZodType>(of: T, what: string) => z.array(of, { error: wordsFor(`a list of ${what}`) });

export const group = <S extends z.core.$ZodLooseShape>(what: string, shape: S) =>
  z.strictObject(shape, { error: wordsFor(`a group of keys and values: ${what}`) });

/** A group of which nothing is asked but that it is one. */
export const anyGroup = (what: string) => z.looseObject({}, { error: wordsFor(`a group of keys and values: ${what}`) });

/** This number and no other. */
export const exactly = <const N extends number>(number: N, what: string) =>
  z.literal(number, { error: wordsFor(`the number ${number}: ${what}`) });

/** One of the names; with none to choose from, nothing fits. */
export const oneOf = <const N extends string>(names: readonly N[], what: string) =>
  z.enum(names, { error: wordsFor(`one of the ${what}`, { names, what }) });

export const eitherOf = <const T extends readonly z.ZodType[]>(what: string, parts: T) =>
  z.union(parts, { error: wordsFor(what) });

type Variants = readonly [z.core.$ZodTypeDiscriminable, ...z.core.$ZodTypeDiscriminable[]];

/** One group of keys and values for each name that stands under a key; with none, nothing fits. */
export function variants(
  key: string,
  names: readonly string[],
  what: string,
  of: (name: string) => z.ZodObject,
): z.ZodType {
  const [first, ...others] = names.map(of);
  if (first === undefined) return z.never({ error: `There are no ${what} here.` });
  const error = ({ input }: Issue): string => {
    const found = typeof input === "object" && input !== null ? new Map(Object.entries(input)).get(key) : input;
    return wordsFor(`one of the ${what}`, { names, what })({ input: found });
  };
  return z.discriminatedUnion(key, [first, ...others] satisfies Variants, { error });
}
