// An open question → what each answer would bring: the pupil is worked out again with the answer on record, and what is owed then
// and is not owed now is told.

import { dayOf, startOfDay } from "../../src/wording.ts";
import { sayObligation } from "../../src/index.ts";
import type { Asking, Sketch } from "./pupil-protocol.ts";
import { lookAt } from "./pupil.ts";
import type { Looked } from "./pupil.ts";
import type { Ready } from "./ready.ts";
import type { IfAnswered } from "./what-if-protocol.ts";

/** Answers that bring nothing new are left out. */
export function ifAnswered(ready: Ready, looked: Looked, asking: Asking): readonly IfAnswered[] {
  const owed = new Set(looked.case.outcome.obligations.map(({ id }) => id));
  return asking.answers.flatMap((answer): readonly IfAnswered[] => {
    const { case: opened } = lookAt(ready, withAnswer(looked, asking, answer), looked.view.asOf);
    const opens = opened.outcome.obligations
      .filter(({ id, state }) => !owed.has(id) && state !== "not-needed" && state !== "upcoming")
      .map((obligation) => sayObligation(opened.policy.model, obligation));
    return opens.length === 0 ? [] : [{ answer, opens: [...new Set(opens)] }];
  });
}

/** On record at the beginning of the day looked at: a rule that is read at the end of that day hears it. */
function withAnswer({ sketch, view }: Looked, asking: Asking, answer: string): Sketch {
  const [by] = asking.roles;
  return {
    ...sketch,
    log: [
      ...sketch.log,
      {
        act: "decide",
        object: asking.decision,
        ...(by === undefined ? {} : { by }),
        ...(asking.person === undefined ? {} : { person: asking.person }),
        happened: Math.max(Math.min(asking.since, view.asOf), startOfDay(dayOf(view.asOf))),
        fields: { answer },
      },
    ],
  };
}
