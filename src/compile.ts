// The whole compiler on one screen: what an author wrote → a model, findings about it, and a program that runs.
// Whoever edits asks in three waves: the rules (draft.ts), the examples, and what is unwise or unlawful.

import { judgeAcceptances } from "./analysis/acceptance.ts";
import type { AcceptedFinding } from "./analysis/acceptance.ts";
import { analyse } from "./analysis/analyse.ts";
import { withPupilsTouched } from "./analysis/lock-breaches.ts";
import type { CheckedExample } from "./checker/example.ts";
import { namedFile } from "./checker/headers.ts";
import { hasErrors } from "./diagnostics/diagnostic.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { draft, examplesOf, fileBeside, tell } from "./draft.ts";
import type { Draft, Layer, Library } from "./draft.ts";
import type { Choices } from "./checker/readings.ts";
import type { Day } from "./school/day.ts";
import type { SourceText } from "./source/text.ts";
import { remember } from "./support/remember.ts";
import { yamlForm } from "./yaml-form.ts";
import { readAccepted } from "./yaml/accepted-file.ts";

export interface Compilation extends Pick<Draft, "source" | "ast" | "model" | "clauses" | "ready"> {
  readonly examples: readonly CheckedExample[];
  /** All that is wrong, unwise or unlawful in this text, and what is wrong in the layers it extends. */
  readonly diagnostics: readonly Diagnostic[];
  /** What its ledger of accepted findings keeps out of `diagnostics`. */
  readonly accepted: readonly AcceptedFinding[];
}

/**
 * Compiles a policy and the layers it extends. `choose` takes other readings than the chosen ones, by question. Without
 * `today` no review is overdue, and nothing that was accepted has run out.
 */
export function compile(source: SourceText, library: Library, choose?: Choices, today?: Day): Compilation {
  return judge(draft(source, withYaml(library), choose), library, today);
}

/** The same library, with what reads YAML; one and the same each time, for layers are kept by the library they come from. */
export const withYaml = remember((library: Library): Library => {
  if (library.yaml !== undefined) return library;
  const { layer, beside, isBeside } = library;
  return { layer, beside, ...(isBeside === undefined ? {} : { isBeside }), yaml: yamlForm };
});

/** What a draft leaves aside: clauses that it could not read, its examples, what is unwise or unlawful, and what of that is accepted. Only what has no error runs. */
export function judge(drafted: Draft, library: Library, today?: Day): Compilation {
  const { complete, source: text, choose } = drafted;
  const written = complete ? drafted : draft(text, withYaml(library), choose, drafted);
  const { source, ast, model, clauses } = written;
  const diagnostics = tell(written, foundIn);
  const known = { source, ast, model, clauses, examples: examplesOf(written).examples };
  if (ast === undefined || model === undefined) return { ...known, diagnostics, accepted: [], ready: undefined };
  const ready = hasErrors(diagnostics) ? undefined : written.ready;
  const findings = ready === undefined ? [] : analyse(model, today).filter(({ span }) => span.source === source);
  const ledger = fileBeside(source, namedFile(ast, "accepted-from"), library);
  const accepted = ledger === undefined ? undefined : readAccepted(ledger);
  const judged = judgeAcceptances({ policy: ast, model, today }, findings, accepted?.entries ?? []);
  const told = [...diagnostics, ...(accepted?.diagnostics ?? []), ...judged.told];
  return { ...known, diagnostics: told, accepted: judged.accepted, ready };
}

function foundIn(layer: Layer): readonly Diagnostic[] {
  const found = [...layer.found, ...examplesOf(layer).diagnostics];
  return layer.model === undefined ? found : withPupilsTouched(layer.model, found);
}
