// The text of a pack → the pack, or what is wrong with it in plain words: it may come from anywhere.

import { z } from "zod";
import type { CalendarPlan } from "../school/calendar-plan.ts";
import { anyGroup, exactly, group, list, moment, oneOf, text } from "../schema/plain-words.ts";
import { calendarSchema, recordSchema } from "../schema/record-schema.ts";
import { writePack } from "./pack.ts";
import type { Pack } from "./pack.ts";

const hash = () => text("a text: the hash of a part");

const file = group("a file of the policy", {
  kind: oneOf(["policy", "layer", "beside"], "kinds of file"),
  asked: text(),
  of: text(),
  path: text(),
  text: text(),
  hash: hash(),
});

const envelope = group("a pack", {
  format: oneOf(["rollcall/evidence"], "formats of a pack"),
  version: exactly(2, "the form of the pack"),
  compiler: text("a text: the version of Rollcall that made the pack"),
  asOf: moment(),
  files: list(file, "files"),
  calendar: calendarSchema,
  record: z.unknown().optional(),
  decided: group("what was decided", {
    outcome: anyGroup("the outcome"),
    explanations: list(anyGroup("an explanation"), "explanations"),
  }),
  hashes: group("the hashes of the parts", {
    policy: hash(),
    calendar: hash(),
    vocabulary: hash(),
    meaning: hash(),
    facts: hash(),
    decided: hash(),
    whole: hash(),
  }),
});

export type PackReading =
  | { readonly kind: "pack"; readonly pack: Pack }
  | { readonly kind: "fault"; readonly place: string; readonly says: string };

export function readPack(written: string): PackReading {
  let json: unknown;
  try {
    json = JSON.parse(written);
  } catch {
    return { kind: "fault", place: "", says: "it is not JSON" };
  }
  if (isTooDeep(json))
    return { kind: "fault", place: "", says: `it holds lists or groups more than ${DEEPEST} deep, as no pack does` };
  const version = versionOf(json);
  if (version !== undefined && version !== 2)
    return {
      kind: "fault",
      place: "version",
      says: `it is of form ${version} and this version of Rollcall reads form 2: use the Rollcall that the pack names as its compiler, or pack the decision anew`,
    };
  const outer = envelope.safeParse(json);
  if (!outer.success) return faultIn(outer.error, []);
  const { calendar } = outer.data;
  const inner = recordSchema.safeParse({ ...recordIn(outer.data.record), calendar });
  if (!inner.success) return faultIn(inner.error, ["record"]);
  // What was checked is what was read; the reading itself keeps the order of the keys, which the hashes hang on.
  const pack = json as Pack & { readonly calendar: CalendarPlan };
  if (writePack(pack) === written) return { kind: "pack", pack };
  return {
    kind: "fault",
    place: "",
    says: "it is laid out otherwise than `rollcall pack` writes it, so it is not byte for byte what was written. Ask for it as a file as it was, not as text that was copied, printed or saved anew",
  };
}

/** Far beyond what a reason of a decision comes to, and far from where following it would run out of room. */
const DEEPEST = 1_000;

function isTooDeep(json: unknown): boolean {
  let level = [json];
  for (let depth = 0; depth <= DEEPEST && level.length > 0; depth++)
    level = level.flatMap((value): unknown[] =>
      typeof value === "object" && value !== null ? Object.values(value) : [],
    );
  return level.length > 0;
}

/** Of something that calls itself a pack, the form it says it has. */
function versionOf(json: unknown): number | undefined {
  if (typeof json !== "object" || json === null || !("format" in json) || json.format !== "rollcall/evidence")
    return undefined;
  return "version" in json && typeof json.version === "number" ? json.version : undefined;
}

function recordIn(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}

function faultIn(error: z.ZodError, within: readonly string[]): PackReading {
  const [issue] = error.issues;
  const place = [...within, ...(issue?.path ?? []).map(String)].join(".");
  const says = (issue?.message ?? "It has not the form of a pack.").replace(/^[A-Z]/, (first) => first.toLowerCase());
  return { kind: "fault", place, says: says.replace(/\.$/, "") };
}
