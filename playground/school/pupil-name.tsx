// A pupil of the school, to be opened in One pupil.

import type { Store } from "../state/store.ts";
import type { PupilName } from "../worker/school-protocol.ts";
import { schoolSourceOf } from "./school-source.ts";
import { sayPupil } from "./school-words.ts";

export function PupilButton({ store, pupil }: { readonly store: Store; readonly pupil: Omit<PupilName, "year"> }) {
  const { openPupil } = schoolSourceOf(store);
  return (
    <button
      type="button"
      class="link"
      onClick={() => {
        const policy = store.policy.value;
        if (policy !== undefined) openPupil(pupil.id, { policy, readings: store.readings.value }, store.asOf.value);
      }}
    >
      {sayPupil(pupil)}
    </button>
  );
}
