// A register: when it opens and closes, and what an arrival at each time becomes → times of day in seconds, and zones.

import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "../syntax/ast.ts";
import { checkCode } from "./check-code-names.ts";
import { checkCondition } from "./check-conditions.ts";
import { checkMomentEdge, edgeUse } from "./check-edges.ts";
import { checkAct } from "./check-sentences.ts";
import { ruleMessages } from "./diagnostics.ts";
import { readTime } from "./literals.ts";
import type * as Model from "./model.ts";
import { namedOf } from "./named.ts";
import { about, chosenIn, holeAt, originOf } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { phraseText } from "./units.ts";
import { replaceFixes, reportUnknownName } from "./unknown-names.ts";

const halves: ReadonlyMap<string, Model.Register["half"]> = new Map<string, Model.Register["half"]>([
  ["morning", "AM"],
  ["afternoon", "PM"],
]);

export function checkRegister(outer: Scope, register: Ast.Register): Model.Register | undefined {
  const name = register.name.text;
  const key = register.group === undefined ? name : `${name}-${register.group.text}`;
  const scope = about(outer, key, registerWords(register), register);
  const half = halves.get(name);
  const group = register.group === undefined ? undefined : checkGroup(scope, register.group);
  const items = chosenIn(scope, register.items);
  const moments = checkMoments(
    scope,
    register,
    items.filter((item) => item.kind === "register-moment"),
  );
  const zones = items.filter((item) => item.kind === "register-zone").map((zone) => checkZone(scope, zone));
  if (half === undefined) {
    const fixes = replaceFixes(register.name.span, name, halves.keys());
    scope.report(ruleMessages.registerNotKnown({ name }, register.name.span, { fixes }));
    return undefined;
  }
  return withoutUndefined({
    ...namedOf(scope, register),
    half,
    group,
    ...moments,
    zones: zones.filter((zone) => zone !== undefined),
  });
}

function registerWords({ name, group }: Ast.Register): string {
  return group === undefined ? `the ${name.text} register` : `the ${name.text} register for ${group.text}`;
}

function checkGroup(scope: Scope, group: Ast.Name): string | undefined {
  const groups = [...scope.names.words.values()].filter(({ sort }) => sort === "group").map(({ name }) => name);
  if (groups.includes(group.text)) return group.text;
  return reportUnknownName(scope, "group", group, groups);
}

type MomentKey = "gatesOpen" | "dayStarts" | "opens" | "closes" | "dayEnds";
type Moments = { readonly [Key in MomentKey]?: Model.ClockTime };

const momentKeys: ReadonlyMap<string, MomentKey> = new Map<string, MomentKey>([
  ["gates open", "gatesOpen"],
  ["day starts", "dayStarts"],
  ["opens", "opens"],
  ["closes", "closes"],
  ["day ends", "dayEnds"],
]);

function checkMoments(scope: Scope, register: Ast.Register, items: readonly Ast.RegisterMoment[]): Moments {
  const moments: { [Key in MomentKey]?: Model.ClockTime } = {};
  for (const item of items) {
    const words = phraseText(item.moment);
    const key = momentKeys.get(words);
    if (key === undefined) {
      const fixes = replaceFixes(item.moment.span, words, momentKeys.keys());
      scope.report(ruleMessages.registerMomentNotKnown({ moment: words }, item.moment.span, { fixes }));
      continue;
    }
    const first = moments[key];
    if (first !== undefined) {
      const labels = [{ span: first.origin.span, text: "said here first" }];
      const args = { register: register.name.text, moment: words };
      scope.report(ruleMessages.registerMomentTwice(args, item.moment.span, { labels }));
      continue;
    }
    const time = checkClockTime(scope, item, words);
    if (time !== undefined) moments[key] = time;
  }
  return moments;
}

function checkClockTime(scope: Scope, item: Ast.RegisterMoment, words: string): Model.ClockTime | undefined {
  const origin = originOf(scope, item);
  if (item.time.kind === "unspecified") {
    const subject = words === "opens" || words === "closes" ? scope.subject.words : `the ${words.split(" ")[0] ?? ""}`;
    const what = `when ${subject} ${words.split(" ").at(-1) ?? words}`;
    return { kind: "hole", name: holeAt(scope, words.replaceAll(" ", "-"), what, item.time.span), origin };
  }
  const seconds = readTime(scope, item.time);
  return seconds === undefined ? undefined : { kind: "time", seconds, origin };
}

function checkZone(scope: Scope, zone: Ast.RegisterZone): Model.Zone | undefined {
  const becomes = checkBecomes(scope, zone.becomes);
  const edges = zone.edges.map(({ edge, time, span }) => {
    const seconds = readTime(scope, time);
    const fits = checkMomentEdge(scope, edgeUse(edge, span, time.span, time.text), "a time of day");
    return fits && seconds !== undefined ? { edge, seconds } : undefined;
  });
  const unless = zone.unless === undefined ? undefined : checkCondition(scope, zone.unless);
  if (becomes === undefined) return undefined;
  return withoutUndefined({
    becomes,
    edges: edges.filter((edge) => edge !== undefined),
    unless,
    origin: originOf(scope, zone),
  });
}

function checkBecomes(scope: Scope, becomes: Ast.RegisterZone["becomes"]): Model.Zone["becomes"] | undefined {
  if (becomes.kind === "code") return checkCode(scope, becomes) ? { kind: "code", code: becomes.text } : undefined;
  if (becomes.text === "present") return { kind: "present" };
  const act = checkAct(scope, becomes);
  return act === undefined ? undefined : { kind: "act", act };
}
