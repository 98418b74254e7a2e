// Concrete tree → sentences and the other items of a step.

import type { IToken } from "chevrotain";
import { withoutUndefined } from "../support/without-undefined.ts";
import { Bug } from "../support/bug.ts";
import type { Span } from "../source/text.ts";
import type * as Ast from "./ast.ts";
import { buildCondition, buildGuard, wholeNumber } from "./build-conditions.ts";
import type { Building } from "./build-context.ts";
import {
  buildBlock,
  buildStatement,
  buildTail,
  lineFacts,
  maybe,
  nodeSpan,
  one,
  plainWords,
  refuse,
  tokenSpan,
} from "./build-context.ts";
import { buildReadings } from "./build-readings.ts";
import {
  buildMoment,
  buildName,
  buildNames,
  buildExtent,
  buildRef,
  buildUnit,
  buildUnspecified,
  buildWords,
} from "./build-values.ts";
import type * as Cst from "./cst.ts";
import { messages } from "./diagnostics.ts";

// ---------------------------------------------------------------- parties

export function buildParties(building: Building, parties: Cst.Parties): Ast.Parties {
  const first = buildParty(building, one(parties.children.party));
  return joinParties(building, [first], parties.children.furtherParty ?? [], nodeSpan(building, parties));
}

function joinParties(
  building: Building,
  first: readonly Ast.Party[],
  further: readonly Cst.FurtherParty[],
  span: Span,
): Ast.Parties {
  const members = [...first, ...further.map((next) => buildParty(building, one(next.children.party)))];
  const anyOr = further.some((next) => next.children.Or !== undefined);
  if (anyOr && further.some((next) => next.children.And !== undefined))
    refuse(building, messages.mixedParties({}, span));
  return { kind: "parties", joined: anyOr ? "or" : "and", members, span };
}

function buildParty(building: Building, party: Cst.Party): Ast.Party {
  const name = buildName(building, one(party.children.name));
  const quantifier = buildQuantifier(building, maybe(party.children.quantifier));
  return withoutUndefined({ kind: "party" as const, quantifier, name, span: nodeSpan(building, party) });
}

function buildQuantifier(building: Building, quantifier: Cst.Quantifier | undefined): Ast.Party["quantifier"] {
  if (quantifier === undefined) return undefined;
  const { Each, Number: count } = quantifier.children;
  if (count !== undefined) return wholeNumber(building, one(count).image, nodeSpan(building, quantifier));
  return Each === undefined ? "either" : "each";
}

/** Words alone are what is acted on; whoever is counted or joined to others is a party: `praise each parent or carer`. */
function buildObject(building: Building, object: Cst.Object): Ast.Words | Ast.Parties {
  const { quantifier, words, furtherParty } = object.children;
  const spoken = buildWords(building, one(words));
  if (quantifier === undefined && furtherParty === undefined) return spoken;
  const [name, second] = spoken.words;
  if (name === undefined) throw new Bug("A phrase has at least one word");
  if (second !== undefined) refuse(building, messages.severalWordsForOne({ words: plainPhrase(spoken) }, spoken.span));
  const counted = buildQuantifier(building, maybe(quantifier));
  const first = withoutUndefined({ kind: "party" as const, quantifier: counted, name, span: spoken.span });
  return joinParties(building, [first], furtherParty ?? [], nodeSpan(building, object));
}

function plainPhrase(words: Ast.Words): string {
  return words.words.map((name) => name.text).join(" ");
}

// ---------------------------------------------------------------- sentences

const modals: Readonly<Record<string, Ast.Modal>> = {
  must: "must",
  should: "should",
  may: "may",
  "must not": "must not",
};

export function buildSentence(building: Building, sentence: Cst.Sentence): Ast.Sentence {
  const facts = lineFacts(building, sentence, one(sentence.children.tail));
  return { kind: "sentence", ...facts, ...buildBody(building, one(sentence.children.sentenceBody)) };
}

/** A sentence that an example expects; the line it stands on carries the clauses and comments. */
export function buildExpectedSentence(building: Building, body: Cst.SentenceBody): Ast.Sentence {
  const facts = { span: nodeSpan(building, body), comments: { before: [] }, clauses: [] };
  return { kind: "sentence", ...facts, ...buildBody(building, body) };
}

function buildBody(building: Building, body: Cst.SentenceBody) {
  const { parties, Modal, name, object, complement, guard } = body.children;
  const modal = modals[plainWords(one(Modal).image)];
  if (modal === undefined) throw new Bug(`${one(Modal).image} is no modal`);
  return withoutUndefined({
    actors: buildParties(building, one(parties)),
    modal,
    act: buildName(building, one(name)),
    object: object && buildObject(building, one(object)),
    ...buildComplements(building, complement ?? []),
    guard: buildGuard(building, maybe(guard)),
  });
}

function buildComplements(building: Building, complements: readonly Cst.Complement[]) {
  const said = <Key extends keyof Cst.Complement["children"]>(
    key: Key,
  ): Cst.Complement["children"][Key] | undefined => {
    const [first, second] = complements.filter((complement) => complement.children[key] !== undefined);
    if (second !== undefined)
      refuse(building, messages.saidTwice({ what: whatIsSaid[key] }, nodeSpan(building, second)));
    return first?.children[key];
  };
  const to = maybe(said("recipient"));
  const company = maybe(said("company"));
  const topic = maybe(said("topic"));
  const instrument = maybe(said("instrument"));
  const deadline = maybe(said("deadline"));
  return {
    to: to && buildParties(building, one(to.children.parties)),
    with: company && buildParties(building, one(company.children.parties)),
    through: buildNames(building, maybe(maybe(said("route"))?.children.names)),
    using: instrument && buildName(building, one(instrument.children.name)),
    recording: buildNames(building, maybe(maybe(said("recorded"))?.children.names)),
    about: topic && buildWords(building, one(topic.children.words)),
    deadline: deadline && buildDeadline(building, deadline),
  };
}

const whatIsSaid: Readonly<Record<keyof Cst.Complement["children"], string>> = {
  recipient: "To whom",
  company: "With whom",
  topic: "About what",
  route: "Through what",
  instrument: "Using what",
  recorded: "What to record",
  deadline: "By when",
};

function buildDeadline(building: Building, deadline: Cst.Deadline): Ast.Deadline {
  const { By, Before, moment, extent, ref, ClosedDay } = deadline.children;
  const span = nodeSpan(building, deadline);
  if (moment !== undefined) {
    const edge = By !== undefined ? "by" : Before !== undefined ? "before" : "at";
    return { kind: "by", edge, moment: buildMoment(building, one(moment)), span };
  }
  return withoutUndefined({
    kind: "within" as const,
    length: buildExtent(building, one(extent)),
    of: ref && buildRef(building, one(ref)),
    closed: ClosedDay && closedDay(one(ClosedDay)),
    span,
  });
}

function closedDay(token: IToken): "or next school day" | "or last school day before" {
  return plainWords(token.image) === "or next school day" ? "or next school day" : "or last school day before";
}

// ---------------------------------------------------------------- items

interface Items {
  readonly comments: Ast.Comments;
  readonly items: readonly Ast.Item[];
}

export function buildItems(building: Building, block: Cst.ItemBlock): Items {
  return buildBlock(building, block.children, block.children.item, (item) =>
    buildStatement(building, item, () => buildItem(building, item)),
  );
}

function buildItem(building: Building, item: Cst.Item): Ast.Item | undefined {
  const { wait, branch, repeat, itemReadings, sentence } = item.children;
  if (wait !== undefined) return buildWait(building, one(wait));
  if (branch !== undefined) return buildBranch(building, one(branch));
  if (repeat !== undefined) return buildRepeat(building, one(repeat));
  if (itemReadings !== undefined) {
    const { readingsHeading, itemReading } = one(itemReadings).children;
    return buildReadings(building, one(itemReadings), maybe(readingsHeading), itemReading, (reading) => ({
      heading: maybe(reading.children.readingHeading),
      block: () => buildItems(building, one(reading.children.itemBlock)),
    }));
  }
  return buildSentence(building, one(sentence));
}

function buildWait(building: Building, wait: Cst.Wait): Ast.Wait {
  const facts = lineFacts(building, wait, one(wait.children.tail));
  return { kind: "wait", ...facts, length: buildLength(building, one(wait.children.length)) };
}

export function buildLength(building: Building, length: Cst.Length): Ast.Length | Ast.Unspecified {
  const extent = maybe(length.children.extent);
  if (extent !== undefined) return buildExtent(building, extent);
  return buildUnspecified(building, one(length.children.Unspecified));
}

function buildBranch(building: Building, branch: Cst.Branch): Ast.Branch | undefined {
  const { branchHeading, itemBlock, otherwise } = branch.children;
  const then = buildItems(building, one(itemBlock));
  const other = otherwise && buildItems(building, one(otherwise));
  const heading = maybe(branchHeading);
  if (heading === undefined) return undefined;
  return {
    kind: "branch",
    ...buildTail(building, one(heading.children.tail)),
    condition: buildCondition(building, one(heading.children.condition)),
    then: then.items,
    otherwise: other?.items ?? [],
    ...branchComments(then.comments, other?.comments),
    span: nodeSpan(building, branch),
  };
}

/** With two blocks, the first one's last comments stand before `otherwise`, and the branch's last in the second. */
function branchComments(
  then: Ast.Comments,
  other: Ast.Comments | undefined,
): Pick<Ast.Branch, "comments" | "otherwiseComments"> {
  if (other === undefined) return { comments: then };
  const { trailing: beforeOtherwise = [], ...comments } = then;
  const { trailing, before, after } = other;
  const middle = withoutUndefined({ before: [...beforeOtherwise, ...before], after });
  const whole = trailing === undefined ? comments : { ...comments, trailing };
  return middle.before.length === 0 && after === undefined
    ? { comments: whole }
    : { comments: whole, otherwiseComments: middle };
}

function buildRepeat(building: Building, repeat: Cst.Repeat): Ast.Repeat | undefined {
  const { comments, items } = buildItems(building, one(repeat.children.itemBlock));
  const heading = maybe(repeat.children.repeatHeading);
  if (heading === undefined) return undefined;
  return {
    kind: "repeat",
    ...buildTail(building, one(heading.children.tail)),
    ...buildCadence(building, one(heading.children.cadence)),
    body: items,
    comments,
    span: nodeSpan(building, repeat),
  };
}

/** How often, and at most how often. */
export function buildCadence(building: Building, { children }: Cst.Cadence): Pick<Ast.Repeat, "cadence" | "cap"> {
  const { eachTime, eachDayOf, everyLength } = children;
  const said = one<Cst.EachTime | Cst.EachDayOf | Cst.EveryLength>(eachTime ?? eachDayOf ?? everyLength);
  const cap = maybe(said.children.cap);
  return withoutUndefined({
    cadence: buildRhythm(building, children),
    cap: cap && buildCap(building, cap),
  });
}

function buildRhythm(building: Building, children: Cst.Cadence["children"]): Ast.Repeat["cadence"] {
  const { eachTime, eachDayOf, everyLength } = children;
  if (eachTime !== undefined) {
    return { kind: "each-time", event: buildWords(building, one(one(eachTime).children.words)) };
  }
  if (eachDayOf !== undefined) {
    const { unit, name } = one(eachDayOf).children;
    return { kind: "each-day-of", unit: buildUnit(building, one(unit)), of: buildName(building, one(name)) };
  }
  const { length, condition } = one(everyLength).children;
  return {
    kind: "every",
    length: buildLength(building, one(length)),
    until: buildCondition(building, one(condition)),
  };
}

function buildCap(building: Building, cap: Cst.Cap): NonNullable<Ast.Repeat["cap"]> {
  const number = one(cap.children.Number);
  wholeNumber(building, number.image, tokenSpan(building, number));
  return { times: number.image, per: buildUnit(building, one(cap.children.unit)) };
}
