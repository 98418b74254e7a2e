// The table of a register, drawn: which cell has the focus, which are chosen, which are lit. It changes nothing itself.

import type { Ref } from "preact";
import { useMemo } from "preact/hooks";
import { sayDay } from "../../src/wording.ts";
import type { RegisterCode } from "../worker/protocol.ts";
import { markOf, saySession } from "./words.ts";
import { dayOfSession } from "./year-grid.ts";
import type { SessionKey, Week, YearGrid } from "./year-grid.ts";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

export interface Drawn {
  readonly grid: YearGrid;
  readonly codes: readonly RegisterCode[];
  readonly closed: readonly { readonly day: number; readonly why: string }[];
  readonly marks: ReadonlyMap<SessionKey, string>;
  readonly today: number;
  readonly focus: SessionKey;
  /** In order. */
  readonly selected: readonly SessionKey[];
  readonly lit: readonly SessionKey[];
}

/** The same with what is looked up for every cell. */
interface Table extends Omit<Drawn, "selected" | "lit" | "closed"> {
  readonly selected: ReadonlySet<SessionKey>;
  readonly lit: ReadonlySet<SessionKey>;
  readonly closed: ReadonlyMap<number, string>;
}

interface Handlers {
  readonly table: Ref<HTMLTableElement>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly onFocusIn: (event: FocusEvent) => void;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: (event: PointerEvent) => void;
  readonly onPointerCancel: (event: PointerEvent) => void;
}

export function RegisterTable({ table, onKeyDown, onPaste, onFocusIn, ...rest }: Drawn & Handlers) {
  const { onPointerDown, onPointerMove, onPointerUp, onPointerCancel, ...drawn } = rest;
  const { grid, codes, closed, marks, today, focus, selected, lit } = drawn;
  // Hundreds of cells: they are drawn again when something of theirs changed, and not whenever something around them did.
  const rows = useMemo(
    () => rowsOf({ grid, codes, closed, marks, today, focus, selected, lit }),
    [grid, codes, closed, marks, today, focus, selected.length, selected[0], selected.at(-1), lit],
  );
  return (
    <table
      ref={table}
      class="register"
      role="grid"
      aria-label={`Register of ${drawn.grid.year.name}. Arrow keys move; a letter marks; Delete means attended.`}
      aria-multiselectable="true"
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      onFocusIn={onFocusIn}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerCancel}
    >
      <thead>
        <tr>
          <th scope="col">Week</th>
          {WEEKDAYS.map((name) => (
            <th key={name} scope="colgroup" colSpan={2}>
              <abbr title={`${name}, morning and afternoon`}>{name.slice(0, 3)}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{rows}</tbody>
    </table>
  );
}

function rowsOf({ selected, lit, closed, ...drawn }: Drawn) {
  const why = new Map(closed.map((each) => [each.day, each.why]));
  const table: Table = { ...drawn, selected: new Set(selected), lit: new Set(lit), closed: why };
  return drawn.grid.weeks.map((week) => <WeekRow key={week.monday} week={week} drawn={table} />);
}

function WeekRow({ week, drawn }: { readonly week: Week; readonly drawn: Table }) {
  return (
    <tr class={week.opens === undefined ? "" : "opens"}>
      <th scope="row" title={week.opens === undefined ? undefined : `${week.opens} begins`}>
        {sayDay(week.monday).slice(4, -5)}
      </th>
      {week.cells.map((session, place) => {
        const day = week.monday + Math.floor(place / 2);
        return session === undefined ? (
          <td key={place} class="closed" title={drawn.closed.get(day) ?? "No school"} />
        ) : (
          <SessionCell key={place} session={session} drawn={drawn} />
        );
      })}
    </tr>
  );
}

function SessionCell({ session, drawn }: { readonly session: SessionKey; readonly drawn: Table }) {
  const { marks, codes, today, focus, selected, lit } = drawn;
  const told = marks.get(session);
  const coming = dayOfSession(session) > today;
  const { code, means, category } = markOf(session, told, codes);
  const counted = lit.has(session);
  const said = coming && told === undefined ? "still to come" : `${code}, ${means}`;
  const classes = [
    "session",
    coming && told === undefined ? "ahead" : category,
    coming && told !== undefined ? "planned" : "",
    counted ? "counted" : "",
    selected.has(session) ? "chosen" : "",
    dayOfSession(session) === today ? "today" : "",
  ];
  return (
    <td
      role="gridcell"
      class={classes.filter((each) => each !== "").join(" ")}
      data-session={session}
      tabIndex={session === focus ? 0 : -1}
      aria-selected={session === focus || selected.has(session)}
      aria-label={`${saySession(session)}: ${said}${counted ? "; the answer rests on it" : ""}`}
      title={`${saySession(session)}: ${said}`}
    >
      {coming && told === undefined ? "" : code}
    </td>
  );
}
