// `rollcall explain`: one pupil's case, and the answers to questions about it.

import { explainAbsence, explainObligation, factsOf, makeWorld, openCase } from "../../index.ts";
import type { Case, Obligation } from "../../index.ts";
import { plainName, suggestName } from "../../wording.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { openPolicy, readyPolicy } from "../open-policy.ts";
import { checkCovered, openSchool, pupilNamed } from "../open-school.ts";
import { changesOf, changeLines, overturnedLines, pageLines, whyLines, whyNotLines } from "../print-case.ts";
import { asOf } from "../read-options.ts";
import { Refusal } from "../refusal.ts";
import type { Terminal } from "../terminal.ts";

export async function explainAction(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const moment = asOf(given);
  const policy = readyPolicy(await openPolicy(given.operands[0] ?? "", terminal), terminal);
  if (policy === undefined) return 1;
  const reading = await openSchool(given, policy, terminal);
  checkCovered(reading, moment);
  const record = pupilNamed(given.operands[1] ?? "", reading);
  const world = makeWorld(policy.program, reading.calendar);
  const everyone = reading.school.pupils.map((each) => factsOf(world, each, moment));
  const opened = openCase(policy, world, record, moment, everyone);
  const { text, data } = answer(given, opened, terminal);
  terminal.write(
    given.valueOf("format") === "json" ? `${JSON.stringify(data(), null, 2)}\n` : `${text().join("\n")}\n`,
  );
  return reading.faulty ? 1 : 0;
}

interface Answer {
  readonly text: () => readonly string[];
  readonly data: () => object;
}

function answer(given: Arguments, opened: Case, { width }: Terminal): Answer {
  const envelope = (question: string, more: object): object => ({
    format: "rollcall/explanation",
    version: 1,
    pupil: opened.record.pupil.id,
    question,
    ...more,
  });
  const why = given.valueOf("why");
  if (why !== undefined) {
    const explanations = obligationsNamed(opened, why).map((obligation) => explainObligation(opened, obligation));
    return {
      text: () => explanations.flatMap((each) => whyLines(each, width)),
      data: () => envelope("why", { explanations }),
    };
  }
  const whyNot = given.valueOf("why-not");
  if (whyNot !== undefined) {
    const answers = explainAbsence(opened, whyNot);
    if (answers.length === 0) throw unknownWords(opened, whyNot);
    return {
      text: () => answers.flatMap((each) => whyNotLines(each, width)),
      data: () => envelope("why-not", { answers }),
    };
  }
  if (given.has("change")) {
    const changes = changesOf(opened);
    return { text: () => changeLines(opened, changes, width), data: () => envelope("change", { changes }) };
  }
  const { outcome } = opened;
  if (given.has("overturned"))
    return {
      text: () => overturnedLines(opened, width),
      data: () => envelope("overturned", { overturned: outcome.overturned }),
    };
  return { text: () => pageLines(opened, width), data: () => envelope("page", { outcome }) };
}

/** Those on record under the words; a rule or a step may have many. Throws {@link Refusal} where there are none. */
function obligationsNamed({ outcome, policy }: Case, words: string): readonly Obligation[] {
  const wanted = plainName(words);
  const named = ({ id, rule, act, object, step, procedure }: Obligation): boolean =>
    id === words || rule === words || [act, object, step, procedure, `${act}-${object ?? ""}`].includes(wanted);
  const found = outcome.obligations.filter(named);
  if (found.length > 0) return found;
  const names = outcome.obligations.flatMap(({ act, object, step, procedure }) => [
    act,
    object ?? act,
    step,
    procedure,
  ]);
  const known = policy.program.acts.has(wanted) || policy.rules.has(words);
  throw new Refusal(
    `Nothing called \`${words}\` is owed for this pupil.`,
    known ? `Ask \`--why-not ${words}\` for the reason.` : suggestName(words, names, "things owed"),
  );
}

function unknownWords({ world }: Case, words: string): Refusal {
  const names = world.program.procedures.flatMap(({ name, steps }) => [name, ...steps.map((step) => step.name)]);
  return new Refusal(
    `No step of the policy could call for \`${words}\`.`,
    suggestName(words, names, "procedures and steps"),
  );
}
