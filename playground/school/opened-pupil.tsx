// In One pupil: that this is a pupil of the school, and what of them cannot be shown there.

import type { Store } from "../state/store.ts";
import { hrefOf } from "../state/place.ts";
import { schoolSourceOf } from "./school-source.ts";

export function OpenedPupil({ store }: { readonly store: Store }) {
  const opened = schoolSourceOf(store).opened.value;
  if (opened === undefined) return null;
  return (
    <div class="notice">
      <p>
        This is pupil <strong>{opened.id}</strong> of <a href={hrefOf({ view: "school" })}>the school</a>.
        {opened.unsaid.length === 0 ? "" : ` Not shown here: ${opened.unsaid.join("; ")}.`}
      </p>
    </div>
  );
}
