// A school on a morning → every letter that is owed to somebody, filled or refused, pupil by pupil.

import type * as Model from "../checker/model.ts";
import { openCase } from "../explain/case.ts";
import type { Policy } from "../explain/case.ts";
import { factsOf } from "../runtime/dossier.ts";
import type { World } from "../runtime/world.ts";
import type { Moment } from "../school/moment.ts";
import type { SchoolRecord } from "../school/record.ts";
import { fillLetter } from "./fill-letter.ts";
import type { LetterOutcome } from "./letter.ts";
import { isOffered, owedDocuments } from "./owed-documents.ts";
import type { OfficeValues } from "./read-values.ts";

export interface LettersQuestion {
  readonly policy: Policy;
  readonly world: World;
  readonly school: SchoolRecord;
  readonly asOf: Moment;
  readonly values?: OfficeValues;
  /** Of this pupil alone. */
  readonly pupil?: string | undefined;
  /** This document alone. */
  readonly document?: string | undefined;
}

export interface Letters {
  readonly outcomes: readonly LetterOutcome[];
  /** Documents that somebody may hand on and nobody has to, with how many: they are written for whoever names them, or the pupil. */
  readonly offered: ReadonlyMap<Model.Document, number>;
  /** Documents that are owed, and of which the policy says what they must hold but gives no words, with how many. */
  readonly wordless: ReadonlyMap<Model.Document, number>;
}

/** `told` hears how many pupils are done. */
export function makeLetters(question: LettersQuestion, told: (done: number, all: number) => void = () => {}): Letters {
  const { policy, world, school, asOf, values, pupil, document: wanted } = question;
  const everyone = school.pupils.map((each) => factsOf(world, each, asOf));
  const asked = school.pupils.filter((record) => pupil === undefined || record.pupil.id === pupil);
  const outcomes: LetterOutcome[] = [];
  const wordless = new Map<Model.Document, number>();
  const offered = new Map<Model.Document, number>();
  const named = pupil !== undefined || wanted !== undefined;
  for (const [index, record] of asked.entries()) {
    const opened = openCase(policy, world, record, asOf, everyone);
    for (const owed of owedDocuments(policy.model, opened.outcome.obligations)) {
      const { document, obligation } = owed;
      if (wanted !== undefined && document.name !== wanted) continue;
      const saysNothing = document.texts.length === 0;
      if (!named && isOffered(owed)) {
        if (!saysNothing) count(offered, document);
        continue;
      }
      if (saysNothing) {
        count(wordless, document);
        continue;
      }
      const key = { pupil: record.pupil.id, person: obligation.person, document: document.name };
      const written = (field: string): string | undefined => values?.valueOf({ ...key, field });
      outcomes.push(fillLetter({ ...owed, opened, school, written }));
    }
    told(index + 1, asked.length);
  }
  return { outcomes, offered, wordless };
}

function count(documents: Map<Model.Document, number>, document: Model.Document): void {
  documents.set(document, (documents.get(document) ?? 0) + 1);
}
