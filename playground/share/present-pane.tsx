// The policy and its pupil as calm pages to show to others: large words, nothing to change, forward and back by key or button.

import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { schoolSourceOf } from "../school/school-source.ts";
import { FIRST_VIEW, hrefOf } from "../state/place.ts";
import type { Store } from "../state/store.ts";
import { Mark } from "../views/mark.tsx";
import { slidesOf } from "./slides.ts";
import type { Slide } from "./slides.ts";
import "../look/share.css";

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  PageDown: 1,
  " ": 1,
  ArrowLeft: -1,
  PageUp: -1,
  Home: -Infinity,
  End: Infinity,
};

export function PresentPane({ store }: { readonly store: Store }) {
  const [view, vocabulary, compiled] = [store.view.value, store.vocabulary.value, store.compiled.value];
  const at = useSignal(0);
  const title = useRef<HTMLHeadingElement>(null);
  const slides =
    view === undefined || vocabulary === undefined || compiled === undefined
      ? []
      : slidesOf({
          title: compiled.title,
          sketch: store.sketch.value,
          view,
          vocabulary,
          madeUp: schoolSourceOf(store).imported.value === undefined,
        });
  const place = Math.min(at.value, Math.max(0, slides.length - 1));
  const slide = slides[place];
  const turn = (step: number): void => {
    at.value = Math.min(Math.max(place + step, 0), slides.length - 1);
    title.current?.focus();
  };
  // Before the next key: each turns on from the page that the one before it came to.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      // A button that has the focus keeps its own key.
      if (event.key === " " && event.target instanceof HTMLButtonElement) return;
      const step = STEPS[event.key];
      if (step !== undefined) {
        event.preventDefault();
        turn(step);
      } else if (event.key === "Escape" && document.fullscreenElement === null) {
        location.hash = hrefOf({ view: FIRST_VIEW });
      }
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  });
  if (slide === undefined)
    return (
      <section class="present" aria-labelledby="present-title">
        <h2 id="present-title">Present</h2>
        <p>There is something to present as soon as the policy can run.</p>
        <p>
          <a href={hrefOf({ view: FIRST_VIEW })}>Back to the page</a>
        </p>
      </section>
    );
  return (
    <section class="present" aria-labelledby="present-title">
      <SlideOf slide={slide} first={place === 0} title={title} />
      <footer class="present-foot">
        <span class="present-mark">
          <Mark /> Rollcall
        </span>
        <span class="toolbar">
          <button type="button" class="button" disabled={place === 0} onClick={() => turn(-1)}>
            Back
          </button>
          <span role="status">
            Page {place + 1} of {slides.length}
          </span>
          <button type="button" class="button primary" disabled={place === slides.length - 1} onClick={() => turn(1)}>
            Next
          </button>
        </span>
        <span class="toolbar">
          {document.fullscreenEnabled ? (
            <button
              type="button"
              class="button"
              onClick={() => void document.documentElement.requestFullscreen().catch(() => undefined)}
            >
              Fill the screen
            </button>
          ) : null}
          <a class="button" href={hrefOf({ view: FIRST_VIEW })}>
            Leave
          </a>
        </span>
      </footer>
      {/* On paper every page is there. */}
      <div class="only-printed">
        {slides.map((each) => (
          <div key={each.title} class="present-printed">
            <h2>{each.title}</h2>
            <SlideBody slide={each} />
          </div>
        ))}
      </div>
    </section>
  );
}

function SlideOf(props: {
  readonly slide: Slide;
  readonly first: boolean;
  readonly title: preact.RefObject<HTMLHeadingElement | null>;
}) {
  const { slide, first, title } = props;
  return (
    <div class={`slide${first ? " opening" : ""}`}>
      <h2 id="present-title" ref={title} tabIndex={-1}>
        {slide.title}
      </h2>
      <SlideBody slide={slide} />
    </div>
  );
}

function SlideBody({ slide: { figure, lines, note } }: { readonly slide: Slide }) {
  return (
    <>
      {figure === undefined ? null : (
        <p class="slide-figure">
          <strong>{figure.value}</strong> {figure.says}
        </p>
      )}
      {lines.length === 0 ? null : (
        <dl class="slide-lines">
          {lines.map(({ mark, says, more }, index) => (
            <div key={index}>
              <dt>{mark}</dt>
              <dd>
                {says}
                {more === undefined || more === "" ? null : <span class="slide-more"> {more}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {note === undefined ? null : <p class="slide-note">{note}</p>}
    </>
  );
}
