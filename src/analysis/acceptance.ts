// Findings and the ledger of what the school has accepted → what is still told, what is accepted, and what is wrong with the
// ledger itself. An acceptance ends with its day, and with the rule it was given for.

import type { Model } from "../checker/model.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { suggestName } from "../diagnostics/did-you-mean.ts";
import { defineMessages } from "../diagnostics/template.ts";
import type { Day } from "../school/day.ts";
import { formatDay } from "../school/day.ts";
import { joinSpans } from "../source/text.ts";
import type * as Ast from "../syntax/ast.ts";
import type { AcceptedEntry } from "../yaml/accepted-file.ts";
import { acceptableNames, declarationAt } from "./declaration-at.ts";
import type { DeclarationAt } from "./declaration-at.ts";
import { fixOf, replaced, statementRemoved } from "./edits.ts";
import { advice, warning } from "./rule.ts";
import { rules } from "./rules.ts";
import { unacceptable } from "./unacceptable.ts";

export const acceptanceMessages = defineMessages({
  "acceptance-expired": {
    ...warning,
    message: "`{code}` in `{name}` was accepted until {until} (“{because}”); that day has passed, so it is told again.",
    hint: "Mend it, or let `{by}` look at it again and accept it until another day.",
  },
  "acceptance-outdated": {
    ...warning,
    message:
      "`{name}` has changed since `{code}` was accepted in it (“{because}”), so nobody has accepted it as it now stands.",
    hint: "Look at what is found in it now: mend that, or let `{by}` accept it anew.",
  },
  "acceptance-unused": {
    ...advice,
    message: "Nothing is found under `{code}` in `{name}`, so there is nothing to accept.",
    hint: "{suggestion}",
  },
  "acceptance-impossible": {
    ...warning,
    message: "`{code}` cannot be accepted: {why}.",
    hint: "{suggestion}",
  },
  "acceptance-by-nobody": {
    ...warning,
    message: "No role of this policy is called `{by}`, so nobody answers for what is accepted here.",
    hint: "{suggestion}",
  },
});

export interface Judged {
  /** What is told: whatever is not accepted, and what is wrong with the ledger. */
  readonly told: readonly Diagnostic[];
  readonly accepted: readonly AcceptedFinding[];
}

export interface AcceptedFinding {
  readonly finding: Diagnostic;
  readonly entry: AcceptedEntry;
}

interface Case {
  readonly policy: Ast.Policy;
  readonly model: Model;
  /** Without it no acceptance runs out. */
  readonly today: Day | undefined;
}

interface PlacedFinding {
  readonly finding: Diagnostic;
  readonly at: DeclarationAt;
}

export function judgeAcceptances(
  known: Case,
  findings: readonly Diagnostic[],
  entries: readonly AcceptedEntry[],
): Judged {
  if (entries.length === 0) return { told: findings, accepted: [] };
  const placed = findings.map((finding) => ({ finding, at: declarationAt(known.policy, finding.span) }));
  const accepted = new Map<Diagnostic, AcceptedEntry>();
  const wrong = entries.flatMap((entry) => {
    const meant = placed.filter(({ finding, at }) => finding.code === entry.code && at.name === entry.name);
    const faults = [...faultsOf(known, entry, meant), ...endsOf(known, entry, meant)];
    if (faults.length === 0) for (const { finding } of meant) accepted.set(finding, entry);
    return faults;
  });
  return {
    told: [...findings.filter((finding) => !accepted.has(finding)), ...wrong],
    accepted: [...accepted].map(([finding, entry]) => ({ finding, entry })),
  };
}

/** What keeps an entry from accepting anything at all. */
function faultsOf(
  { policy, model }: Case,
  entry: AcceptedEntry,
  meant: readonly PlacedFinding[],
): readonly Diagnostic[] {
  const { code, name, by, places } = entry;
  const impossible = (why: string, suggestion: string) => [
    acceptanceMessages.acceptanceImpossible({ code, why, suggestion }, places.code),
  ];
  if (!rules.has(code)) {
    return impossible(
      "no advice and no warning about a policy has this code",
      suggestName(code, rules.keys(), "codes"),
    );
  }
  if (unacceptable.has(code)) {
    return impossible("what it finds is against the law, and no school can set that aside", "Mend the policy.");
  }
  const roles = [...model.words.values()].filter(({ sort }) => sort === "role").map((role) => role.name);
  if (!roles.includes(by)) {
    const suggestion = suggestName(by, roles, "roles");
    return [acceptanceMessages.acceptanceByNobody({ by, suggestion }, places.by)];
  }
  if (meant.length > 0) return [];
  const known = acceptableNames(policy).includes(name);
  const suggestion = known
    ? "If it has been mended, take the entry away."
    : `The policy has nothing called \`${name}\`. ${suggestName(name, acceptableNames(policy), "names")}`;
  const fixes = fixOf("take the entry away", statementRemoved(wholeEntry(entry)));
  return [acceptanceMessages.acceptanceUnused({ code, name, suggestion }, places.code, { fixes })];
}

/** From its hyphen to its last value. */
function wholeEntry({ span }: AcceptedEntry): AcceptedEntry["span"] {
  const hyphen = span.source.text.lastIndexOf("-", span.from);
  return joinSpans({ ...span, from: hyphen, to: hyphen }, span);
}

/** What ended an acceptance that once held. */
function endsOf({ today }: Case, entry: AcceptedEntry, meant: readonly PlacedFinding[]): readonly Diagnostic[] {
  const { code, name, because, by, until, places } = entry;
  const labels = meant.map(({ finding }) => ({ span: finding.span, text: "told again" }));
  const now = meant[0]?.at.fingerprint();
  if (now === undefined) return [];
  const renewed = fixOf("accept it as it now stands", replaced(places.fingerprint, now));
  const outdated =
    now === entry.fingerprint
      ? []
      : [
          acceptanceMessages.acceptanceOutdated({ code, name, because, by }, places.fingerprint, {
            labels,
            fixes: renewed,
          }),
        ];
  const expired =
    today === undefined || today <= until
      ? []
      : [
          acceptanceMessages.acceptanceExpired({ code, name, because, by, until: formatDay(until) }, places.until, {
            labels,
          }),
        ];
  return [...outdated, ...expired];
}
