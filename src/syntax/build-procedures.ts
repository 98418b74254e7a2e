// Concrete tree → procedures: their transitions, steps and anchors.

import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "./ast.ts";
import { buildCondition, buildGuard } from "./build-conditions.ts";
import type { Building } from "./build-context.ts";
import { buildBlock, buildStatement, buildTail, buildText, lineFacts, maybe, nodeSpan, one } from "./build-context.ts";
import { buildReadings } from "./build-readings.ts";
import { buildItems } from "./build-sentences.ts";
import { buildCodes, buildMoment, buildName } from "./build-values.ts";
import type * as Cst from "./cst.ts";

export function buildAnchor(building: Building, anchor: Cst.Anchor): Ast.Anchor {
  const { name, codes } = anchor.children;
  return {
    kind: "anchor",
    names: name.map((each) => buildName(building, each)),
    coded: buildCodes(building, maybe(codes)),
    span: nodeSpan(building, anchor),
  };
}

export function buildProcedure(building: Building, procedure: Cst.Procedure): Ast.Procedure | undefined {
  const { comments, items } = buildProcedureBlock(building, one(procedure.children.procedureBlock));
  const heading = maybe(procedure.children.procedureHeading);
  if (heading === undefined) return undefined;
  const { name, Text, anchor, procedureOption, tail } = heading.children;
  return withoutUndefined({
    kind: "procedure" as const,
    ...buildTail(building, one(tail)),
    name: buildName(building, one(name)),
    title: Text && buildText(building, one(Text)),
    anchor: buildAnchor(building, one(anchor)),
    options: (procedureOption ?? []).map(buildOption),
    items,
    comments,
    span: nodeSpan(building, procedure),
  });
}

function buildOption({ children }: Cst.ProcedureOption): Ast.Procedure["options"][number] {
  if (children.Again !== undefined) return "may start again";
  return children.InAnyOrder === undefined ? "changes apply at once" : "in any order";
}

function buildProcedureBlock(building: Building, block: Cst.ProcedureBlock) {
  return buildBlock(building, block.children, block.children.procedureItem, (item) =>
    buildStatement(building, item, () => buildProcedureItem(building, item)),
  );
}

function buildProcedureItem(building: Building, item: Cst.ProcedureItem): Ast.ProcedureItem | undefined {
  const { transition, step, procedureReadings } = item.children;
  if (transition !== undefined) return buildTransition(building, one(transition));
  if (step !== undefined) return buildStep(building, one(step));
  const readings = one(procedureReadings);
  const { readingsHeading, procedureReading } = readings.children;
  return buildReadings(building, readings, maybe(readingsHeading), procedureReading, ({ children }) => ({
    heading: maybe(children.readingHeading),
    block: () => buildProcedureBlock(building, one(children.procedureBlock)),
  }));
}

function buildTransition(building: Building, transition: Cst.Transition): Ast.Transition {
  const { Starts, Ends, condition, name, tail } = transition.children;
  return withoutUndefined({
    kind: "transition" as const,
    ...lineFacts(building, transition, one(tail)),
    what: Starts ? ("starts" as const) : Ends ? ("ends" as const) : ("pauses" as const),
    condition: buildCondition(building, one(condition)),
    outcome: name && buildName(building, one(name)),
  });
}

function buildStep(building: Building, step: Cst.Step): Ast.Step | undefined {
  const { comments, items } = buildItems(building, one(step.children.itemBlock));
  const heading = maybe(step.children.stepHeading);
  if (heading === undefined) return undefined;
  const { name, Text, trigger, guard, tail } = heading.children;
  return withoutUndefined({
    kind: "step" as const,
    ...buildTail(building, one(tail)),
    name: buildName(building, one(name)),
    title: Text && buildText(building, one(Text)),
    trigger: buildTrigger(building, one(trigger)),
    guard: buildGuard(building, maybe(guard)),
    items,
    comments,
    span: nodeSpan(building, step),
  });
}

export function buildTrigger(building: Building, trigger: Cst.Trigger): Ast.Step["trigger"] {
  const { moment, name, condition } = trigger.children;
  if (name !== undefined) return { kind: "after", step: buildName(building, one(name)) };
  if (condition !== undefined) return { kind: "when", condition: buildCondition(building, one(condition)) };
  const on = buildMoment(building, one(moment));
  return isStart(on) ? { kind: "start" } : { kind: "on", moment: on };
}

/** `on start`: with the thing the procedure lives on. */
function isStart(moment: Ast.Moment): boolean {
  if (moment.kind !== "at" || moment.ref.kind !== "words") return false;
  const [first, second] = moment.ref.words;
  return first?.text === "start" && second === undefined;
}
