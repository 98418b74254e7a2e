// Why a thing is on the list, in one sentence: what the rule found, or what the procedure lives on.

import type { Case } from "../explain/case.ts";
import { sayMoment, upperFirst } from "../explain/say.ts";
import { sayTrace } from "../explain/say-trace.ts";
import { explainObligation } from "../explain/why.ts";
import type { Obligation } from "../runtime/outcome.ts";
import type { Instance } from "../runtime/instance.ts";
import type { Procedure } from "../runtime/program.ts";
import type { Day } from "../school/day.ts";
import { dayOf } from "../school/moment.ts";
import { dayWords } from "./say-due.ts";

/** One sentence without its full stop. */
export function sayWhy(opened: Case, obligation: Obligation): string {
  const { reasons } = explainObligation(opened, obligation);
  const life = lifeOf(opened, obligation);
  const about = life === undefined ? "" : sayAnchor(opened, life.procedure, life.instance);
  const found = reasons.map(({ trace }) => sayTrace(trace));
  return upperFirst([about, ...found].filter((part) => part !== "").join("; "));
}

function lifeOf(
  { replay }: Case,
  { procedure, instance }: Pick<Obligation, "procedure" | "instance">,
): { readonly procedure: Procedure; readonly instance: Instance } | undefined {
  return replay.lives.find((life) => life.procedure.name === procedure && life.instance.key === instance);
}

/** What the procedure lives on, where that says something: the absence, the request, the notice. */
export function sayAnchor({ world, asOf }: Case, procedure: Procedure, instance: Instance): string {
  const today = dayOf(asOf);
  const { anchor } = procedure;
  const session = (): string => {
    const ordinal = instance.session ?? -1;
    const day = world.calendar.sessionDay[ordinal] as Day | undefined;
    const half = world.calendar.sessionHalf[ordinal] === 0 ? "morning" : "afternoon";
    return day === undefined ? instance.key : day === today ? `this ${half}` : `${dayWords(day, today)}, ${half}`;
  };
  switch (anchor.kind) {
    case "absence":
      return `absent since ${session()}`;
    case "session":
      return `the mark of ${session()}`;
    case "act": {
      const { record } = instance;
      const saying = world.program.acts.get(anchor.act)?.saying ?? anchor.act;
      return record === undefined ? saying : `${saying} on ${sayMoment(record.happened)}`;
    }
    case "period":
      return anchor.unit === "day" ? "every school day" : anchor.unit === "school-year" ? "" : `every ${anchor.unit}`;
    case "pupil":
    case "parent":
    case "school":
      return "";
    case "class":
      return `class ${instance.className ?? instance.key}`;
  }
}
