// What is wrong with the figures, at the head of the form: each leads to its field.

import type { OwnField } from "../worker/form-protocol.ts";
import type { FormState } from "./form-state.ts";
import { faultsOf } from "./faults.ts";
import { goToField } from "./go-to-field.ts";

export function ErrorSummary({ form, fields }: { readonly form: FormState; readonly fields: readonly OwnField[] }) {
  const faults = faultsOf(fields, form.drafts.value, form.problems.value);
  const errors = form.problems.value.filter(({ severity }) => severity === "error").length;
  const elsewhere = errors - faults.filter(({ ours }) => !ours).length;
  if (faults.length === 0 && elsewhere <= 0) return null;
  return (
    <section class="error-summary" aria-labelledby="form-errors">
      <h2 id="form-errors">There is a problem</h2>
      <ul>
        {faults.map(({ field, says }) => (
          <li key={field.id}>
            <button type="button" class="link" onClick={() => goToField(field.id)}>
              {field.title}: {says}
            </button>
          </li>
        ))}
        {elsewhere <= 0 ? null : (
          <li>
            {faults.length === 0 ? "The policy cannot run yet" : "And it cannot run yet for another reason"}: see the
            problems in its rules ({elsewhere}).
          </li>
        )}
      </ul>
    </section>
  );
}
