// Why is something not owed? The steps that would call for it, and what each of them still lacks.

import type { Life } from "../runtime/life.ts";
import type { Step } from "../runtime/program.ts";
import { plainName } from "../support/plain-name.ts";
import { traceOf } from "../runtime/trace.ts";
import type { ReadCase } from "./reading.ts";
import { sayClauses, upperFirst } from "./say.ts";
import { sayTrace } from "./say-trace.ts";
import type { Trace } from "../runtime/trace.ts";
import { explainObligation, precedingStep, reasonOf } from "./why.ts";

export interface WhyNot {
  readonly procedure: string;
  readonly step: string;
  readonly sentence: string;
  readonly clauses: readonly string[];
  readonly trace?: Trace;
}

/** For every step that could call for the act (by act, object, step or procedure, as a name or in words): what stands between. */
export function explainAbsence(opened: ReadCase, words: string): readonly WhyNot[] {
  const wanted = plainName(words);
  return opened.world.program.procedures
    .filter(({ subject }) => subject === "pupil")
    .flatMap((procedure) => {
      const lives = opened.replay.lives.filter((life) => life.procedure === procedure);
      return procedure.steps
        .filter((step) => matches(wanted, procedure.name, step))
        .map((step) => whyNot(opened, lives.at(-1), procedure, step));
    });
}

function matches(wanted: string, procedure: string, step: Step): boolean {
  if (wanted === procedure || wanted === step.name) return true;
  const mentions = (ops: Step["ops"]): boolean =>
    ops.some((op) => {
      if (op.op === "oblige") return [op.act, op.object, `${op.act}-${op.object ?? ""}`].includes(wanted);
      if (op.op === "branch") return mentions(op.then) || mentions(op.otherwise);
      return op.op === "repeat" && mentions(op.body);
    });
  return mentions(step.ops);
}

function whyNot(
  opened: ReadCase,
  life: Life | undefined,
  { name: procedure, title }: Pick<Life["procedure"], "name" | "title">,
  step: Step,
): WhyNot {
  const { reading, replay, outcome } = opened;
  const clauses = step.clauses;
  const tell = (sentence: string, trace?: Trace): WhyNot => ({
    procedure,
    step: step.name,
    sentence: upperFirst(sentence),
    clauses,
    ...(trace === undefined ? {} : { trace }),
  });
  const say = (sentence: string, trace?: Trace): WhyNot => tell(`${sentence}${sayClauses(clauses)}.`, trace);
  if (life === undefined) return say(`${step.title}: nothing has happened with which “${title}” would begin`);
  const { instance } = life;
  const owed = outcome.obligations.find(
    (obligation) =>
      obligation.procedure === procedure && obligation.instance === instance.key && obligation.step === step.name,
  );
  if (owed !== undefined)
    return tell(`${step.title}: it is ${owed.state.replace("-", " ")}. ${explainObligation(opened, owed).sentence}`);
  const context = { ...replay.context, instance };
  const trace = (rule: string, part: "condition" | "guard"): Trace | undefined => {
    const condition = reading.rule(rule)?.[part];
    return condition === undefined ? undefined : traceOf(condition, context);
  };
  if (instance.started === undefined) {
    const start = trace(`${procedure}.starts`, "condition");
    return say(
      `${step.title}: it has not started, because ${start === undefined ? "its time has not come" : sayTrace(start)}`,
      start,
    );
  }
  if (life.over) return say(`${step.title}: it is over, because ${instance.endedBecause ?? "it ended"}`);
  const begun = instance.steps.get(step.name)?.opened;
  if (begun !== undefined) {
    const unmet = step.ops
      .flatMap(({ op, rule }) =>
        op === "oblige" ? reasonOf(opened, { what: "applies", at: begun, rule, part: "guard" }, instance) : [],
      )
      .find((reason) => reason.trace.holds !== true)?.trace;
    const why = unmet === undefined ? "has asked for nothing" : `did not ask for it, because ${sayTrace(unmet)}`;
    return say(`${step.title}: it has begun, and ${why}`, unmet);
  }
  const before = precedingStep(life.procedure, step.name);
  // What follows in order also comes after a step that was passed over; what is tied to a step by name does not.
  const isTied = step.trigger.kind === "after";
  if (
    before !== undefined &&
    instance.steps.get(before.name)?.done === undefined &&
    (isTied || !(life.procedure.anyOrder || life.skipped.has(before.name)))
  ) {
    return say(`${step.title}: ${before.title} comes first and is not done`);
  }
  const condition = trace(`${procedure}.${step.name}`, "condition");
  if (condition !== undefined && condition.holds !== true)
    return say(`${step.title}: not yet, because ${sayTrace(condition)}`, condition);
  const guard = trace(`${procedure}.${step.name}`, "guard");
  const because = guard === undefined || guard.holds === true ? "" : `, because ${sayTrace(guard)}`;
  if (life.skipped.has(step.name)) return say(`${step.title}: passed over${because}`, guard);
  if (guard?.holds === undefined && because !== "") return say(`${step.title}: not yet${because}`, guard);
  return say(`${step.title}: its moment has not come`);
}
