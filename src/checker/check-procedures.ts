// Procedures: what they live on, when they start, pause and end, and their steps in order (S20 to S26).

import { assertNever } from "../support/assert-never.ts";
import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "../syntax/ast.ts";
import { checkAnchor } from "./check-anchors.ts";
import { checkCondition, checkGuard } from "./check-conditions.ts";
import { checkItems } from "./check-items.ts";
import { checkMoment } from "./check-moments.ts";
import { nameMessages, ruleMessages } from "./diagnostics.ts";
import { describeMeaning } from "./kind-words.ts";
import { findRegisterWord } from "./meanings.ts";
import type * as Model from "./model.ts";
import { namedOf, titleFrom } from "./named.ts";
import { about, aboutPart, chosenIn, originOf } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { reportUnknownName } from "./unknown-names.ts";

export function checkProcedure(outer: Scope, procedure: Ast.Procedure): Model.Procedure | undefined {
  const name = procedure.name.text;
  const title = procedure.title?.text ?? titleFrom(name);
  const plain = about(outer, name, `the procedure "${title}"`, procedure);
  const anchor = checkAnchor(plain, procedure.anchor);
  const own = plain.names.procedures.get(name);
  const scope: Scope = {
    ...plain,
    ...(own === undefined ? {} : { procedure: own }),
    ...(anchor === undefined ? {} : { anchor }),
  };
  const items = chosenIn(scope, procedure.items);
  const transitions = items.filter((item) => item.kind === "transition");
  const starts = checkStarts(scope, procedure, transitions);
  const ends = checkTransitions(scope, transitions, "ends");
  const pauses = checkTransitions(scope, transitions, "pauses");
  const steps = checkSteps(
    scope,
    items.filter((item) => item.kind === "step"),
  );
  if (anchor === undefined) return undefined;
  return withoutUndefined({
    ...namedOf(scope, procedure),
    anchor,
    startsAgain: procedure.options.includes("may start again"),
    anyOrder: procedure.options.includes("in any order"),
    changesApplyAtOnce: procedure.options.includes("changes apply at once"),
    starts,
    ends,
    pauses,
    steps,
  });
}

function checkStarts(
  scope: Scope,
  procedure: Ast.Procedure,
  transitions: readonly Ast.Transition[],
): Model.Procedure["starts"] {
  const [first, second] = transitions.filter((transition) => transition.what === "starts");
  if (first !== undefined && second !== undefined) {
    const labels = [{ span: first.span, text: "the first" }];
    scope.report(ruleMessages.startedTwice({ name: procedure.name.text }, second.span, { labels }));
  }
  return checkTransitions(scope, transitions, "starts")[0];
}

type Transition = Model.Procedure["ends"][number];

function checkTransitions(
  scope: Scope,
  transitions: readonly Ast.Transition[],
  what: Ast.Transition["what"],
): readonly Transition[] {
  return transitions
    .filter((transition) => transition.what === what)
    .flatMap((transition): readonly Transition[] => {
      const condition = checkCondition(aboutPart(scope, what, `what ${what}`, transition), transition.condition);
      if (condition === undefined) return [];
      return [withoutUndefined({ condition, outcome: transition.outcome?.text, origin: originOf(scope, transition) })];
    });
}

function checkSteps(scope: Scope, steps: readonly Ast.Step[]): readonly Model.Step[] {
  const seen = new Map<string, Ast.Step>();
  for (const step of steps) {
    reportTaken(scope, step.name);
    const first = seen.get(step.name.text);
    if (first === undefined) seen.set(step.name.text, step);
    else {
      const labels = [{ span: first.name.span, text: "the first" }];
      scope.report(nameMessages.nameDeclaredTwice({ what: "step", name: step.name.text }, step.name.span, { labels }));
    }
  }
  return steps.map((step) => checkStep(scope, step)).filter((step) => step !== undefined);
}

/** `on start` and `day 3 of absence` already mean something, whatever steps there are. */
function reportTaken(scope: Scope, { text, span }: Ast.Name): void {
  const register = text === "start" || text === "absence" ? findRegisterWord(text) : undefined;
  const beside = besideSteps.includes(text) ? `when a procedure ${text}` : undefined;
  const meaning = register === undefined ? beside : describeMeaning(register);
  if (meaning === undefined) return reportRival(scope, { text, span });
  scope.report(nameMessages.nameHasAMeaning({ name: text, what: "step", meaning }, span));
}

/** What a procedure has besides its steps. A reason that names the rule by its procedure and this word must not find a step. */
const besideSteps: readonly string[] = ["starts", "ends", "pauses"] satisfies readonly Ast.Transition["what"][];

/** A step's name is the moment it was done, wherever a rule speaks of it: nothing else with a moment may have that name. */
function reportRival({ names, report }: Scope, { text, span }: Omit<Ast.Name, "kind">): void {
  const field = names.fields.get(text);
  const parameter = names.parameters.get(text);
  const act = names.sayings.get(`${text} done`);
  const rival =
    field?.type === "date"
      ? { what: `the act \`${field.act}\` records a date under that name`, place: field.span }
      : parameter?.type()?.kind === "time"
        ? { what: "a parameter of that name holds a time", place: parameter.span }
        : act === undefined
          ? undefined
          : { what: `\`${text} done\` already speaks of the act \`${act.name}\``, place: act.span };
  if (rival === undefined) return;
  const labels = [{ span: rival.place, text: "the other one" }];
  report(nameMessages.stepHasARival({ name: text, what: rival.what }, span, { labels }));
}

function checkStep(outer: Scope, step: Ast.Step): Model.Step | undefined {
  const scope = aboutPart(outer, step.name.text, `the step \`${step.name.text}\``, step);
  const trigger = checkTrigger(scope, step);
  const guard = step.guard === undefined ? undefined : checkGuard(scope, step.guard);
  const items = checkItems(scope, step.items);
  if (trigger === undefined) return undefined;
  return withoutUndefined({ ...namedOf(scope, step), trigger, guard, items });
}

function checkTrigger(scope: Scope, step: Ast.Step): Model.Step["trigger"] | undefined {
  const { trigger } = step;
  switch (trigger.kind) {
    case "start":
      return { kind: "start" };
    case "on": {
      const what = `when the step \`${step.name.text}\` opens`;
      const moment = checkMoment(scope, trigger.moment, { part: "opens", what });
      if (moment === undefined) return undefined;
      return isStart(moment) ? { kind: "start" } : { kind: "on", moment };
    }
    case "after":
      return checkAfter(scope, step, trigger.step);
    case "when": {
      const condition = checkCondition(scope, trigger.condition);
      return condition === undefined ? undefined : { kind: "when", condition };
    }
    default:
      return assertNever(trigger);
  }
}

function isStart(moment: Model.MomentExpression): boolean {
  return moment.kind === "event" && moment.event.kind === "start";
}

function checkAfter(scope: Scope, step: Ast.Step, before: Ast.Name): Model.Step["trigger"] | undefined {
  const steps = scope.procedure?.steps ?? new Map<string, unknown>();
  if (before.text === step.name.text) {
    scope.report(ruleMessages.stepAfterItself({ name: before.text }, before.span));
    return undefined;
  }
  if (steps.has(before.text)) return { kind: "after", step: before.text };
  const candidates = [...steps.keys()].filter((name) => name !== step.name.text);
  return reportUnknownName(scope, "step", before, candidates);
}
