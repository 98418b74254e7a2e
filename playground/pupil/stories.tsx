// Ready-made pupils: one is chosen, and can be changed from there.

import type { Store } from "../state/store.ts";
import { ordinaryPupil } from "../state/pupil-state.ts";
import { stories } from "./story-book.ts";

export function Stories({ store }: { readonly store: Store }) {
  const current = stories.find(({ sketch }) => sketch === store.sketch.value);
  return (
    <div class="stories">
      <div class="field">
        <label for="story">Begin with a story</label>
        <select
          id="story"
          value={current?.name ?? ""}
          onChange={({ currentTarget }) => {
            const story = stories.find(({ name }) => name === currentTarget.value);
            store.about.value = undefined;
            store.change(story?.sketch ?? ordinaryPupil, story === undefined ? "An ordinary pupil" : story.title);
            if (story !== undefined) store.lookOn(story.day);
          }}
        >
          <option value="">
            {store.sketch.value === ordinaryPupil
              ? "Always in school"
              : current === undefined
                ? "My own pupil, or start again"
                : "Always in school"}
          </option>
          {stories.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </div>
      {current === undefined ? null : <p class="hint">{current.about}</p>}
      {store.sketch.value === ordinaryPupil ? null : (
        <button
          type="button"
          class="link"
          onClick={() => {
            store.about.value = undefined;
            store.change(ordinaryPupil, "An ordinary pupil, always in school");
          }}
        >
          Start again with a pupil always in school
        </button>
      )}
    </div>
  );
}
