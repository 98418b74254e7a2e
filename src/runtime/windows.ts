// Windows whose ends may hang on something that happened, and the sessions they hold at the moment asked (S14).

import type { SessionRange, Window } from "../school/window.ts";
import { rangeOf, unknown } from "./context.ts";
import type { Context } from "./context.ts";
import { settle } from "./horizon.ts";
import type { Read, When } from "./program.ts";

/** A window whose ends may hang on something that happened. */
export type Windowing = (context: Context) => Window | undefined;

export function fixed(window: Window): Windowing {
  return () => window;
}

/** The last so many, as a figure says; a window of none holds nothing. */
export function lastOf(length: Read, unit: Extract<Window, { kind: "last" }>["unit"]): Windowing {
  const windows = new Map<number, Window>();
  return (context) => {
    const count = length(context);
    settle(context);
    if (typeof count !== "number") return undefined;
    const known = windows.get(count) ?? { kind: "last", count, unit };
    windows.set(count, known);
    return known;
  };
}

/** After something that happened, or from a whole day on, whose first instant is then included. */
export function since(start: When, including = false): Windowing {
  return (context) => {
    const moment = start(context);
    return moment === undefined ? undefined : { kind: "since", moment, including };
  };
}

export function between(start: When, end: When, including = false): Windowing {
  return (context) => {
    const [from, to] = [start(context), end(context)];
    return from === undefined || to === undefined ? undefined : { kind: "between", from, to, including };
  };
}

export function inWindow<T>(
  context: Context,
  windowing: Windowing,
  read: (range: SessionRange, window: Window) => T | undefined,
): T | undefined {
  const window = windowing(context);
  const range = window === undefined ? undefined : rangeOf(context, window);
  return window === undefined || range === undefined
    ? unknown(context, { kind: "nothing", what: "no such window yet" })
    : read(range, window);
}
