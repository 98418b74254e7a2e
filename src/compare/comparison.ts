// Many policies side by side: rows that come from what models say and from the nation's vocabulary, never from a school.

import type { Survey } from "../analysis/survey.ts";
import type { Origin } from "../checker/model.ts";

/** One thing that one policy says on the subject of a row. */
export interface Entry {
  readonly says: string;
  readonly clauses: readonly string[];
  /** Said by the nation for every school alike. */
  readonly law: boolean;
  /** What a rank goes by, where the row has one. */
  readonly size?: number;
  /** The provision that says it. */
  readonly origin?: Origin;
}

export interface Row {
  readonly section: string;
  readonly title: string;
  /** One list for each policy, in the order given; empty where it says nothing. */
  readonly cells: readonly (readonly Entry[])[];
  /** 1 is the strictest; undefined where the policy says nothing that can be ranked, or all say the same. */
  readonly ranks: readonly (number | undefined)[];
}

export interface Comparison {
  readonly policies: readonly { readonly name: string; readonly title: string }[];
  readonly rows: readonly Row[];
}

/** A subject, and what one policy says of it. */
export interface Subject {
  readonly section: string;
  readonly title: string;
  readonly entries: (survey: Survey) => readonly Entry[];
  /** Which end of the sizes is the strictest. */
  readonly strictest?: "least" | "most";
}

export function entryOf(survey: Survey, origin: Origin, says: string, size?: number): Entry {
  const law = survey.isNational({ origin });
  return { says, clauses: origin.clauses, law, origin, ...(size === undefined ? {} : { size }) };
}

/** The same words once, with all their clauses. */
export function distinctEntries(entries: readonly Entry[]): readonly Entry[] {
  return [...Map.groupBy(entries, ({ says }) => says)].flatMap(([, same]) => {
    const [first] = same;
    return first === undefined ? [] : [{ ...first, clauses: [...new Set(same.flatMap(({ clauses }) => clauses))] }];
  });
}
