// The register of one school year: a row a week, two cells a day, each with its letter, colour and pattern. Marked by pressing,
// by dragging over many sessions, by the keys of a grid, and by pasting a row of letters.

import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { dayOf, sayDay } from "../../src/wording.ts";
import type { Store } from "../state/store.ts";
import type { Vocabulary } from "../worker/protocol.ts";
import { codesOn, readMarks, typeCode } from "./marks-text.ts";
import { Palette } from "./palette.tsx";
import { PasteMarks } from "./paste-marks.tsx";
import { RegisterTable } from "./register-table.tsx";
import { markOf, sayMarked, saySession } from "./words.ts";
import { dayOfSession, moveTo, sessionNear, sessionsBetween, yearGrid } from "./year-grid.ts";
import type { SessionKey } from "./year-grid.ts";

const none: readonly SessionKey[] = [];

/** A second letter belongs to the first for so long. */
const SECOND_LETTER = 1500;

export function Register({ store, vocabulary }: { readonly store: Store; readonly vocabulary: Vocabulary }) {
  const today = dayOf(store.asOf.value);
  const grid = useMemo(() => yearGrid(vocabulary.calendar, today), [vocabulary.calendar, today]);
  const brush = useSignal<string | undefined>("O");
  const chosen = useSignal<SessionKey | undefined>(undefined);
  const anchor = useSignal<SessionKey | undefined>(undefined);
  const dragging = useSignal(false);
  /** Pressing the first session and then the last marks all between: what dragging does, without dragging. */
  const spanning = useSignal(false);
  const typed = useRef({ letters: "", at: 0 });
  const table = useRef<HTMLTableElement>(null);
  const lit = store.reason.value?.sessions ?? none;
  const told = store.sketch.value.marks;
  const marks = useMemo(() => new Map(told), [told]);
  // What an answer rests on, and the day looked at, are brought into the frame; the page itself does not move.
  useEffect(() => bringIntoFrame(table.current, lit[0]), [lit[0]]);
  const near = grid === undefined ? undefined : sessionNear(grid, today);
  useEffect(() => {
    [chosen.value, anchor.value] = [undefined, undefined];
    bringIntoFrame(table.current, near);
  }, [near, chosen, anchor]);
  if (grid === undefined) return <p>The calendar of this policy plans no school year on {sayDay(today)}.</p>;
  const focus =
    chosen.value !== undefined && grid.sessions.includes(chosen.value) ? chosen.value : sessionNear(grid, today);
  if (focus === undefined) return <p>There is no session in {grid.year.name}.</p>;
  const from = anchor.value ?? focus;
  const selected = sessionsBetween(grid, from, focus);
  const put = (sessions: readonly SessionKey[], code: string | undefined): void =>
    store.mark(sessions, code, sayMarked(code, sessions));
  const go = (session: SessionKey, extend: boolean): void => {
    if (extend) anchor.value ??= focus;
    else anchor.value = undefined;
    chosen.value = session;
    table.current?.querySelector<HTMLElement>(`[data-session="${session}"]`)?.focus();
  };
  /** One session that has the mark already goes back to being attended. */
  const paint = (sessions: readonly SessionKey[]): void => {
    const only = sessions.length === 1 ? sessions[0] : undefined;
    put(sessions, only !== undefined && marks.get(only) === brush.value ? undefined : brush.value);
  };
  const paste = (text: string): void => {
    const first = selected[0] ?? focus;
    const { marks: read, problem } = readMarks(text, grid.sessions, first, vocabulary.codes);
    if (problem === undefined) {
      const next = new Map(marks);
      for (const [session, code] of read) {
        if (code === undefined) next.delete(session);
        else next.set(session, code);
      }
      store.change(
        { ...store.sketch.value, marks: [...next] },
        `${read.length} marks put in, from ${saySession(first)}`,
      );
    } else store.said.value = problem;
  };
  const onKey = (event: KeyboardEvent): void => {
    const { key, shiftKey, altKey } = event;
    const withControl = event.ctrlKey || event.metaKey;
    const next = altKey ? undefined : moveTo(grid, focus, key, withControl);
    if (next !== undefined) go(next, shiftKey);
    else if (withControl && key.toLowerCase() === "z") (shiftKey ? store.redo : store.undo)();
    else if (withControl && key.toLowerCase() === "y") store.redo();
    else if (withControl || altKey) return;
    else if (key === "Enter" || key === " ") paint(selected);
    else if (key === "Delete" || key === "Backspace") put(selected, undefined);
    else if (key === "?") store.about.value = { kind: "session", session: focus };
    else if (key === "Escape") anchor.value = undefined;
    else if (key.length === 1) type(key);
    else return;
    event.preventDefault();
  };
  const type = (key: string): void => {
    const now = performance.now();
    const before = now - typed.current.at < SECOND_LETTER ? typed.current.letters : "";
    const answer = typeCode(before, key, codesOn(vocabulary.codes, dayOfSession(focus)));
    if (answer.kind === "no-code") {
      typed.current = { letters: "", at: 0 };
      store.said.value = `“${answer.letter}” is no code on ${sayDay(dayOfSession(focus))}.`;
      return;
    }
    typed.current = { letters: answer.typed, at: now };
    if (answer.kind === "begun") {
      store.said.value = `${answer.typed}… one more letter`;
      return;
    }
    brush.value = answer.code;
    put(selected, answer.code);
  };
  const under = ({ target, clientX, clientY }: PointerEvent): SessionKey | undefined => {
    const cell = document.elementFromPoint(clientX, clientY) ?? (target instanceof Element ? target : null);
    return cell?.closest<HTMLElement>("[data-session]")?.dataset["session"];
  };
  const shown = markOf(focus, marks.get(focus), vocabulary.codes);
  return (
    <div class="register-block">
      <div class="register-frame">
        <RegisterTable
          table={table}
          grid={grid}
          codes={vocabulary.codes}
          closed={vocabulary.calendar.closed}
          marks={marks}
          today={today}
          focus={focus}
          selected={selected.length > 1 || dragging.value ? selected : none}
          lit={lit}
          onKeyDown={onKey}
          onFocusIn={({ target }) => {
            // A reader of the screen may set the focus by itself.
            const session = target instanceof HTMLElement ? target.dataset["session"] : undefined;
            if (session !== undefined && !dragging.value) chosen.value = session;
          }}
          onPaste={(event) => {
            const text = event.clipboardData?.getData("text/plain");
            event.preventDefault();
            if (text !== undefined) paste(text);
          }}
          onPointerDown={(event) => {
            const session = under(event);
            if (session === undefined || event.button !== 0) return;
            if (spanning.value && anchor.value !== undefined) {
              paint(sessionsBetween(grid, anchor.value, session));
              go(session, false);
              spanning.value = false;
            } else if (spanning.value) {
              go(session, false);
              anchor.value = session;
              store.said.value = `From ${saySession(session)}. Now press the last session.`;
            } else if (event.shiftKey) go(session, true);
            else {
              go(session, false);
              if (event.pointerType !== "touch") [anchor.value, dragging.value] = [session, true];
            }
            event.preventDefault();
          }}
          onPointerMove={(event) => {
            const session = dragging.value ? under(event) : undefined;
            if (session !== undefined && session !== chosen.value) chosen.value = session;
          }}
          onPointerUp={(event) => {
            const session = under(event);
            if (dragging.value) {
              paint(selected);
              [anchor.value, dragging.value] = [undefined, false];
            } else if (
              event.pointerType === "touch" &&
              session === focus &&
              !spanning.value &&
              anchor.value === undefined
            )
              paint([session]);
          }}
          onPointerCancel={() => {
            [anchor.value, dragging.value] = [undefined, false];
          }}
        />
      </div>
      <div class="register-tools">
        <p class="register-focus">
          <strong>{saySession(focus)}</strong>:{" "}
          {dayOfSession(focus) > today ? "still to come" : `${shown.code}, ${shown.means}`}.
          {selected.length > 1 ? ` ${selected.length} sessions chosen. ` : " "}
          <button type="button" class="link" onClick={() => (store.about.value = { kind: "session", session: focus })}>
            What depends on this mark?
          </button>
        </p>
        <div class="buttons">
          <button type="button" class="button" disabled={!store.canUndo.value} onClick={store.undo}>
            Undo
          </button>
          <button type="button" class="button" disabled={!store.canRedo.value} onClick={store.redo}>
            Redo
          </button>
          <button
            type="button"
            class="button"
            aria-pressed={spanning.value}
            onClick={() => {
              spanning.value = !spanning.value;
              anchor.value = undefined;
            }}
          >
            Mark from one session to another
          </button>
        </div>
      </div>
      <Palette
        codes={codesOn(vocabulary.codes, dayOfSession(focus))}
        day={dayOfSession(focus)}
        brush={brush.value}
        onChoose={(code) => {
          brush.value = code;
        }}
      />
      <PasteMarks from={saySession(selected[0] ?? focus)} onPaste={paste} />
    </div>
  );
}

function bringIntoFrame(table: HTMLTableElement | null, session: SessionKey | undefined): void {
  const cell = session === undefined ? null : table?.querySelector<HTMLElement>(`[data-session="${session}"]`);
  const frame = table?.parentElement;
  if (cell === null || cell === undefined || frame === null || frame === undefined) return;
  const [inside, around] = [cell.getBoundingClientRect(), frame.getBoundingClientRect()];
  if (inside.top < around.top + 32 || inside.bottom > around.bottom)
    frame.scrollTop += inside.top - around.top - around.height / 2;
}
