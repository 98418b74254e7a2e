// An absence that nobody explains, chased by the school and never told to anyone who could look for the child.

import type { Procedure, Sentence } from "../../checker/model.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { outsideRoles } from "../nation.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { namesOf } from "../said-of.ts";
import type { Survey } from "../survey.ts";
import { citation, headOf } from "../wording.ts";

export const messages = defineMessages({
  "absence-never-handed-on": {
    ...advice,
    message:
      "However long a pupil is away unheard of, no rule of this policy tells anyone outside the school ({clauses}): it has no missing-from-education step.",
    hint: "Say on which day of an absence the local authority, social care or the police are told, and by whom.",
  },
});

/** One finding for the policy, at the procedure that chases. */
export const absenceNeverHandedOn: Rule = (survey) => {
  const chases = [...survey.model.procedures.values()].filter((each) => survey.isOwn(each) && isChase(survey, each));
  const [first] = chases;
  if (first === undefined || chases.some((procedure) => tellsOutside(survey, procedure)) || isHandedOnAbove(survey))
    return [];
  const clauses = citation(...chases.flatMap(({ origin, steps }) => [origin, ...steps.map((step) => step.origin)]));
  return [messages.absenceNeverHandedOn({ clauses }, headOf(first.origin))];
};

/** A trust may have said it for its schools. */
function isHandedOnAbove(survey: Survey): boolean {
  return [...survey.model.procedures.values()].some(
    (procedure) => !survey.isOwn(procedure) && !survey.isNational(procedure) && tellsOutside(survey, procedure),
  );
}

/** It lives on an absence of any code, and has the school look for the reason or for the child. */
function isChase({ sentences }: Survey, procedure: Procedure): boolean {
  const { anchor } = procedure;
  if (anchor.kind !== "absence" || !anchor.codes.every((code) => unexplained.has(code))) return false;
  return sentences.some(({ procedure: place, sentence }) => place === procedure && isSearch(sentence));
}

/** Not what parents owe, and not what is done for the child once it is back. */
function isSearch({ actors, act, object, to, modal }: Sentence): boolean {
  if (modal === "must not" || namesOf(actors).every((name) => name === "parents" || name === "parent")) return false;
  const asked = [object ?? "", ...namesOf(to)];
  return searching.has(act) || asked.some((name) => family.has(name));
}

const searching: ReadonlySet<string> = new Set(["visit", "visit-home", "make-contact", "contact", "establish-reason"]);
const family: ReadonlySet<string> = new Set(["parents", "parent", "emergency-contacts", "contacts", "first-contact"]);

const unexplained: ReadonlySet<string> = new Set(["N", "O"]);

function tellsOutside({ sentences }: Survey, procedure: Procedure): boolean {
  return sentences.some(
    ({ procedure: place, sentence }) =>
      place === procedure &&
      [...namesOf(sentence.to), ...namesOf(sentence.with)].some((name) => outsideRoles.has(name)),
  );
}
