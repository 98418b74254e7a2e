// Who must do what, to whom, how and by when → the same with every role, act, channel and moment known (S27).
// A deadline that the text leaves open is a hole; a sentence without one is left without.

import { assertNever } from "../support/assert-never.ts";
import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "../syntax/ast.ts";
import { checkGuard } from "./check-conditions.ts";
import { checkEvent } from "./check-events.ts";
import { checkExtent } from "./check-lengths.ts";
import { checkMoment } from "./check-moments.ts";
import { checkParties, isParty } from "./check-roles.ts";
import { ruleMessages } from "./diagnostics.ts";
import type * as Model from "./model.ts";
import { shortText } from "./compare-parts.ts";
import { objectName } from "./objects.ts";
import { originOf } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { checkTopic } from "./check-topics.ts";
import { checkChannels, checkDocument } from "./check-channels.ts";
import { reportUnknownName } from "./unknown-names.ts";

export function checkSentence(scope: Scope, sentence: Ast.Sentence): Model.Sentence | undefined {
  const actors = checkParties(scope, sentence.actors);
  const act = checkAct(scope, sentence.act);
  const recipients = recipientsOf(scope, sentence);
  const to = recipients.to === undefined ? undefined : checkParties(scope, recipients.to);
  const company = sentence.with === undefined ? undefined : checkParties(scope, sentence.with);
  const through = checkChannels(scope, sentence.through);
  const using = sentence.using === undefined ? undefined : checkDocument(scope, sentence.using);
  const topic = sentence.about === undefined ? undefined : checkTopic(scope, sentence.about);
  const deadline = sentence.deadline === undefined ? undefined : checkDeadline(scope, sentence, sentence.deadline);
  const guard = sentence.guard === undefined ? undefined : checkGuard(scope, sentence.guard);
  if (actors === undefined || act === undefined) return undefined;
  return withoutUndefined({
    kind: "sentence" as const,
    actors,
    modal: sentence.modal,
    act,
    object: recipients.object === undefined ? undefined : objectName(recipients.object),
    to,
    with: company,
    through,
    using,
    recording: sentence.recording.map((name) => name.text),
    about: topic,
    deadline,
    guard,
    origin: originOf(scope, sentence),
  });
}

export function checkAct(scope: Scope, name: Ast.Name): string | undefined {
  const { acts } = scope.names;
  if (acts.has(name.text)) return name.text;
  return reportUnknownName(scope, "act", name, acts.keys());
}

interface Recipients {
  readonly object: Ast.Words | undefined;
  readonly to: Ast.Parties | undefined;
}

/** `must telephone parents` is said to parents: people straight after the verb, with nobody else named, are the recipients. */
function recipientsOf(scope: Scope, { object, to }: Ast.Sentence): Recipients {
  if (object?.kind === "parties") {
    if (to === undefined) return { object: undefined, to: object };
    scope.report(ruleMessages.severalObjects({}, object.span));
    return { object: undefined, to };
  }
  const [only, ...others] = object?.words ?? [];
  if (to !== undefined || only === undefined || others.length > 0) return { object, to };
  const word = scope.names.words.get(only.text);
  if (word === undefined || !isParty(word)) return { object, to };
  const member: Ast.Party = { kind: "party", name: only, span: only.span };
  return { object: undefined, to: { kind: "parties", joined: "and", members: [member], span: only.span } };
}

function checkDeadline(scope: Scope, sentence: Ast.Sentence, deadline: Ast.Deadline): Model.Deadline | undefined {
  switch (deadline.kind) {
    case "by": {
      const what = `by when ${actorsOf(sentence)} ${sentence.modal} ${sentence.act.text}${objectOf(sentence)}`;
      const moment = checkMoment(scope, deadline.moment, { part: "deadline", what });
      return moment === undefined ? undefined : { kind: "by", edge: deadline.edge, moment };
    }
    case "within":
      return checkWithin(scope, deadline);
    default:
      return assertNever(deadline);
  }
}

function checkWithin(scope: Scope, deadline: Extract<Ast.Deadline, { kind: "within" }>): Model.Deadline | undefined {
  const length = checkExtent(scope, deadline.length);
  const of = deadline.of === undefined ? undefined : checkEvent(scope, deadline.of);
  if (length === undefined || (deadline.of !== undefined && of === undefined)) return undefined;
  return withoutUndefined({ kind: "within" as const, ...length, of, closed: closedWord(deadline.closed) });
}

function closedWord(
  closed: "or next school day" | "or last school day before" | undefined,
): "next" | "last" | undefined {
  if (closed === undefined) return undefined;
  return closed === "or next school day" ? "next" : "last";
}

function actorsOf({ actors }: Ast.Sentence): string {
  return actors.members.map((party) => party.name.text).join(` ${actors.joined} `);
}

function objectOf({ object }: Ast.Sentence): string {
  return object === undefined ? "" : ` ${shortText(object)}`;
}
