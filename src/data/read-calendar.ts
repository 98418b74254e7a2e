// calendar.yaml → a planned calendar without faults, or every fault at its own line.
// Knows the form of the file; what makes a plan senseless is for school/plan-faults.ts.

import { z } from "zod";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { CalendarPlan, PlannedTerm } from "../school/calendar-plan.ts";
import type { Day } from "../school/day.ts";
import { faultsOfPlan } from "../school/plan-faults.ts";
import type { PlanFault } from "../school/plan-faults.ts";
import type { SourceText, Span } from "../source/text.ts";
import { assertNever } from "../support/assert-never.ts";
import { readDate } from "./cells.ts";
import { calendarMessages } from "./diagnostics.ts";
import { readYaml } from "./read-yaml.ts";
import type { YamlPath } from "./read-yaml.ts";

const day = z.string().transform((text, context): Day => {
  const reading = readDate(text, "iso");
  if (reading.kind === "value") return reading.value;
  const may =
    reading.kind === "ambiguous" ? `${text} may be ${reading.first} or ${reading.second}` : `${text} is not a date`;
  context.issues.push({ code: "custom", input: text, message: may });
  return z.NEVER;
});

const half = z.enum(["AM", "PM"]);
const span = { name: z.string(), from: day, to: day };

/** A term is its half-terms; a school of six terms may give a term its own two dates instead. */
const term = z
  .strictObject({
    name: z.string(),
    from: day.optional(),
    to: day.optional(),
    "half-terms": z.array(z.strictObject(span)).min(1).optional(),
  })
  .superRefine((value, context) => {
    const dated = value.from !== undefined && value.to !== undefined;
    const undated = value.from === undefined && value.to === undefined;
    if (value["half-terms"] === undefined ? dated : undated) return;
    context.addIssue({ code: "custom", message: "a term has either half-terms or its own from and to" });
  });

/** The form of calendar.yaml, of texts alone. */
export const calendarSchema = z.strictObject({
  name: z.string(),
  years: z.array(z.strictObject({ ...span, terms: z.array(term) })).min(1),
  "bank-holidays": z.array(day),
  inset: z.array(day),
  closed: z.array(z.strictObject({ day, why: z.string() })).optional(),
  "one-session": z.array(z.strictObject({ day, half })).optional(),
});

type CalendarFile = z.infer<typeof calendarSchema>;

const WORDS = [...Object.keys(calendarSchema.shape), "from", "to", "terms", "half-terms", "day", "why", "half"];

/** Undefined as soon as anything is wrong: a calendar with a hole would count wrongly ever after. */
export function readCalendarPlan(source: SourceText): {
  readonly plan: CalendarPlan | undefined;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { value, diagnostics, spanAt } = readYaml(source, calendarSchema, WORDS);
  if (value === undefined) return { plan: undefined, diagnostics };
  const plan = planOf(value);
  const told = new Map<string, Diagnostic>();
  for (const fault of faultsOfPlan(plan)) {
    const diagnostic = faultMessage(fault, spanAt(filePath(value, fault.path)));
    // a term that is its own half-term has each fault twice, at one place
    told.set(`${diagnostic.code} ${diagnostic.span.from}`, diagnostic);
  }
  return { plan: told.size === 0 ? plan : undefined, diagnostics: [...told.values()] };
}

function planOf(file: CalendarFile): CalendarPlan {
  return {
    name: file.name,
    years: file.years.map((year) => ({ ...year, terms: year.terms.map(planTerm) })),
    bankHolidays: file["bank-holidays"],
    inset: file.inset,
    closed: file.closed ?? [],
    oneSession: file["one-session"] ?? [],
  };
}

function planTerm({
  name,
  from,
  to,
  "half-terms": halfTerms,
}: CalendarFile["years"][number]["terms"][number]): PlannedTerm {
  const [first, last] = [halfTerms?.[0], halfTerms?.at(-1)];
  const dates = { from: first?.from ?? from ?? 0, to: last?.to ?? to ?? 0 };
  return { name, ...dates, halfTerms: halfTerms ?? [{ name, ...dates }] };
}

/** Where in the file a value of the plan was written. */
function filePath(file: CalendarFile, path: PlanFault["path"]): YamlPath {
  const [key, index, terms, termIndex, ...rest] = path;
  const names = { bankHolidays: "bank-holidays", oneSession: "one-session" };
  if (key !== "years")
    return path.map((step) => (Object.hasOwn(names, step) ? names[step as keyof typeof names] : step));
  if (terms !== "terms" || termIndex === undefined) return path;
  const halfTerms = file.years[Number(index)]?.terms[Number(termIndex)]?.["half-terms"];
  const place = [key, index ?? 0, terms, termIndex];
  const [step = "from"] = rest.slice(-1);
  if (halfTerms === undefined) return [...place, step];
  if (rest[0] === "halfTerms") return [...place, "half-terms", ...rest.slice(1)];
  return [...place, "half-terms", step === "from" ? 0 : halfTerms.length - 1, step];
}

function faultMessage({ kind, subject, other }: PlanFault, place: Span): Diagnostic {
  switch (kind) {
    case "ends-before-it-starts":
      return calendarMessages.calendarEndsBeforeItStarts({ subject, other }, place);
    case "overlaps-the-one-before":
      return calendarMessages.calendarOverlapsTheOneBefore({ subject, other }, place);
    case "outside-what-holds-it":
      return calendarMessages.calendarOutsideWhatHoldsIt({ subject, other }, place);
    case "year-too-long":
      return calendarMessages.calendarYearTooLong({ subject, other }, place);
    case "years-far-apart":
      return calendarMessages.calendarYearsFarApart({ subject, other }, place);
    case "listed-twice":
      return calendarMessages.calendarListedTwice({ subject }, place);
    case "never-a-school-day":
      return calendarMessages.calendarNeverASchoolDay({ subject }, place);
    default:
      return assertNever(kind);
  }
}
