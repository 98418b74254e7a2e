// One pupil's case → lines to read: the page, reasons with their evidence, what is lacking, and what would change things.

import {
  nextIfAbsent,
  nextToOpen,
  explainObligation,
  outlineTrace,
  sayDay,
  sayFigure,
  sayMarks,
  sayMoment,
  sayObligation,
  statusesFromMarks,
  wayBack,
} from "../index.ts";
import type { Case, Explanation, Obligation, Turn, WhyNot } from "../index.ts";
import { wrap, yearGroupWords } from "../wording.ts";

const INDENT = "  ";

/** The sentence, where the rule stands, its figures with their windows and marks, and the trace. */
export function whyLines({ sentence, card, reasons }: Explanation, width: number): readonly string[] {
  const evidence = card.figures
    .filter(({ window }) => window !== undefined)
    .flatMap((figure) => {
      const dates = figure.window === undefined ? "" : `, ${sayDay(figure.window.from)} to ${sayDay(figure.window.to)}`;
      return [
        `${INDENT}${figure.text}: ${sayFigure(figure.value, figure.type)}${dates}`,
        ...wrap(sayMarks(figure).join("; "), width, `${INDENT}${INDENT}`),
      ];
    });
  return [
    ...wrap(sentence, width),
    `${INDENT}Rule: ${card.rule}, ${card.file}:${card.line}${card.clauses.length === 0 ? "" : ` [${card.clauses.join(", ")}]`}`,
    `${INDENT}Opened ${sayMoment(card.opened)}; ${card.due === undefined ? "no deadline said" : `due ${sayMoment(card.due)}`}; ${card.state.replaceAll("-", " ")}`,
    ...(card.records.length === 0 ? [] : [`${INDENT}Records: ${card.records.join(", ")}`]),
    ...evidence,
    ...reasons.flatMap(({ what, at, trace }) => [
      `${INDENT}${what} ${sayMoment(at)}:`,
      ...outlineTrace(trace, `${INDENT}${INDENT}`),
    ]),
    "",
  ];
}

export function whyNotLines({ sentence, trace }: WhyNot, width: number): readonly string[] {
  return [...wrap(sentence, width), ...(trace === undefined ? [] : outlineTrace(trace, INDENT)), ""];
}

export function overturnedLines({ outcome, policy }: Case, width: number): readonly string[] {
  if (outcome.overturned.length === 0) return ["No later record took anything away."];
  const together = Map.groupBy(outcome.overturned, ({ obligation, known }) => `${obligation.rule} ${known}`);
  return [...together.values()].flatMap((group) => {
    const [first, last] = [group[0], group.at(-1)];
    if (first === undefined || last === undefined) return [];
    const { obligation, by, known } = first;
    const says = `${sayObligation(policy.model, obligation)}: was owed from ${sayMoment(obligation.opened)}, and is not since ${sayMoment(known)}, when this became known: ${by}.`;
    const others = group.length === 2 ? "one more," : `${group.length - 1} more, the last of them`;
    const more = `So it is with ${others} owed from ${sayMoment(last.obligation.opened)}: ${last.by}.`;
    return wrap(group.length === 1 ? says : `${says} ${more}`, width);
  });
}

/** A sentence for each; those that only fall due at other times are told in one. */
function sentencesOf(opened: Case, obligations: readonly Obligation[]): readonly string[] {
  const said = obligations.map((obligation) => ({
    due: obligation.due === undefined ? undefined : sayMoment(obligation.due),
    sentence: explainObligation(opened, obligation).sentence,
  }));
  const together = Map.groupBy(said, ({ due, sentence }) => (due === undefined ? sentence : sentence.replace(due, "")));
  return [...together.values()].map((group) => {
    const [first, last] = [group[0], group.at(-1)];
    const times = group.length === 2 ? "once more" : `${group.length - 1} times more, the last time`;
    const more = last?.due === undefined || group.length === 1 ? "" : ` The same ${times} by ${last.due}.`;
    return `${first?.sentence ?? ""}${more}`;
  });
}

// ---------------------------------------------------------------- the page

export function pageLines(opened: Case, width: number): readonly string[] {
  const { outcome, record, world, asOf } = opened;
  const { pupil } = record;
  const titleOf = new Map(world.program.statuses.map(({ name, title }) => [name, title]));
  const holding = outcome.statuses.filter(({ holds }) => holds === true).map(({ name }) => titleOf.get(name) ?? name);
  const bands = outcome.bands
    .filter(({ row }) => row !== undefined)
    .map(({ name, row }) => `${name.replaceAll("-", " ")}: ${row ?? ""}`);
  const groups: readonly (readonly [string, readonly Obligation["state"][]])[] = [
    ["Overdue", ["overdue"]],
    ["Open", ["open"]],
    ["Offered", ["offered"]],
    ["Still to come", ["upcoming"]],
    ["Done late", ["done-late"]],
  ];
  return [
    `${pupil.id}${pupil.name === undefined ? "" : ` ${pupil.name}`}, ${pupil.year > 0 ? `year ${pupil.year}` : yearGroupWords(pupil.year)}, as of ${sayMoment(asOf)}`,
    "",
    ...section("Standing", [...holding, ...bands], width),
    ...groups.flatMap(([title, states]) =>
      section(
        title,
        sentencesOf(
          opened,
          outcome.obligations.filter(({ state }) => states.includes(state)),
        ),
        width,
      ),
    ),
    ...section(
      "Decisions waited for",
      outcome.questions.map(
        ({ question, by }) => `${question} (${by.map((role) => roleTitle(opened, role)).join(" or ")})`,
      ),
      width,
    ),
    ...section("Codes to record", proposalSentences(opened), width),
    ...section(
      "Overturned by later records",
      outcome.overturned.length === 0 ? [] : overturnedLines(opened, width - INDENT.length),
      width,
    ),
  ];
}

function roleTitle({ world }: Case, role: string): string {
  return world.program.roles.find(({ name }) => name === role)?.title ?? role;
}

/** One sentence for each code; what lies before the pupil's first mark is nobody's omission. */
function proposalSentences({ outcome, record }: Case): readonly string[] {
  const first = Math.min(...record.marks.map(({ day }) => day));
  const groups = Map.groupBy(
    outcome.proposals.filter(({ day }) => day >= first),
    ({ code, instead }) => `${code}${instead === undefined ? "" : ` in place of ${instead}`}`,
  );
  return [...groups].map(([code, proposals]) => {
    const sessions = proposals.map(({ day, half }) => `${sayDay(day)} ${half}`);
    const [from, to] = [sessions[0], sessions.at(-1)];
    return sessions.length === 1
      ? `${code}: ${from ?? ""}`
      : `${code}: ${sessions.length} sessions, from ${from ?? ""} to ${to ?? ""}`;
  });
}

function section(title: string, sentences: readonly string[], width: number): readonly string[] {
  if (sentences.length === 0) return [];
  return [title, ...sentences.flatMap((sentence) => wrap(sentence, width, INDENT)), ""];
}

// ---------------------------------------------------------------- what would change it

export interface Changes {
  /** For each status that holds, the fewest sessions of full attendance that end it; without a turn the year is too short. */
  readonly back: readonly { readonly status: string; readonly turn?: Omit<Turn, "outcome"> }[];
  /** What the fewest further sessions missed without leave would open. */
  readonly worse?: { readonly turn: Omit<Turn, "outcome">; readonly obligation: Obligation };
  /** What opens next if every session is attended and nobody does anything more. */
  readonly next?: Obligation;
}

export function changesOf(opened: Case): Changes {
  const worse = nextIfAbsent(opened, ({ modal }) => modal === "must" || modal === "should");
  const next = nextToOpen(opened);
  return {
    back: statusesFromMarks(opened).map((name) => {
      const turn = wayBack(opened, name);
      return { status: name, ...(turn === undefined ? {} : { turn: withoutOutcome(turn) }) };
    }),
    ...(worse === undefined ? {} : { worse: { turn: withoutOutcome(worse.turn), obligation: worse.obligation } }),
    ...(next === undefined ? {} : { next }),
  };
}

function withoutOutcome({ sessions, day }: Turn): Omit<Turn, "outcome"> {
  return { sessions, day };
}

export function changeLines({ policy, world }: Case, { back, worse, next }: Changes, width: number): readonly string[] {
  const titleOf = (name: string): string =>
    world.program.statuses.find((status) => status.name === name)?.title ?? name;
  const sentences = [
    ...back.map(({ status, turn }) =>
      turn === undefined
        ? `“${titleOf(status)}” cannot end this school year by attendance alone.`
        : `Present for the next ${turn.sessions} sessions (until ${sayDay(turn.day)}) ends “${titleOf(status)}”.`,
    ),
    worse === undefined
      ? "No further absence this school year would open anything new."
      : `Missing the next ${worse.turn.sessions} sessions without leave (until ${sayDay(worse.turn.day)}) would open this: ${sayObligation(policy.model, worse.obligation)}.`,
    next === undefined
      ? "If every session is attended and nobody does anything more, nothing new opens this school year."
      : `If every session is attended and nobody does anything more, this comes next: ${sayObligation(policy.model, next)}.`,
  ];
  return sentences.flatMap((sentence) => [...wrap(sentence, width), ""]);
}
