// Figures in the text as things to turn: marked where they stand, dragged sideways, stepped with keys. What a step is, the compiler
// knows (`stepped`); how far a figure may go was told beforehand, and going beyond is shown, not forbidden.

import { isolateHistory } from "@codemirror/commands";
import { forEachDiagnostic } from "@codemirror/lint";
import { EditorSelection, StateEffect, StateField } from "@codemirror/state";
import type { EditorState, Extension, Range } from "@codemirror/state";
import { closeHoverTooltips, Decoration, EditorView, keymap, showTooltip } from "@codemirror/view";
import type { DecorationSet, Tooltip } from "@codemirror/view";
import { stepped } from "../../src/wording.ts";
import type { TurnableFigure } from "../worker/editing-protocol.ts";
import { standing } from "./figure-standing.ts";

/** Pixels of a drag that make one step. */
const STEP = 9;
/** So far a pointer may tremble and still only press. */
const TREMBLE = 4;

export const setFigures = StateEffect.define<readonly TurnableFigure[]>();

const marked = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (old, { changes, effects, state }) => {
    const set = effects.find((effect) => effect.is(setFigures));
    if (set === undefined) return old.map(changes);
    const { length } = state.doc;
    return Decoration.set(set.value.filter(({ from, to }) => from < to && to <= length).map(markOf), true);
  },
  provide: (field) => EditorView.decorations.from(field),
});

function markOf(figure: TurnableFigure): Range<Decoration> {
  const name = figure.fixed ? "cm-figure fixed" : "cm-figure";
  return Decoration.mark({ class: name, inclusive: true, figure }).range(figure.from, figure.to);
}

/** A figure with its place of this moment, moved along with what was typed since it was told. */
export function figureAt(state: EditorState, position: number): TurnableFigure | undefined {
  let found: TurnableFigure | undefined;
  state.field(marked).between(position, position, (from, to, { spec }) => {
    found = { ...(spec["figure"] as TurnableFigure), from, to };
    return false;
  });
  return found;
}

function figuresIn(state: EditorState): readonly TurnableFigure[] {
  const found: TurnableFigure[] = [];
  state.field(marked).between(0, state.doc.length, (from, to, { spec }) => {
    found.push({ ...(spec["figure"] as TurnableFigure), from, to });
  });
  return found;
}

// ---------------------------------------------------------------- turning

/** True while a figure is being dragged: nothing else should open meanwhile. */
export const turning = StateField.define<Tooltip | null>({
  create: () => null,
  update: (old, { effects, changes }) => {
    const set = effects.find((effect) => effect.is(setTurning));
    if (set !== undefined) return set.value;
    return old === null ? null : { ...old, pos: changes.mapPos(old.pos) };
  },
  provide: (field) => showTooltip.from(field),
});

const setTurning = StateEffect.define<Tooltip | null>();

/** One drag is one thing to undo: whatever follows the first step of it is joined to it. */
function write(view: EditorView, { from, to }: TurnableFigure, text: string, first: boolean): void {
  view.dispatch({
    changes: { from, to, insert: text },
    userEvent: first ? "input.figure" : "input.type.compose",
    ...(first ? { annotations: isolateHistory.of("before") } : {}),
  });
}

/** Steps a figure by so many; says whether there was anywhere to go. */
export function stepFigure(view: EditorView, figure: TurnableFigure, steps: number): boolean {
  if (figure.fixed) return false;
  const next = stepped(figure.kind, view.state.sliceDoc(figure.from, figure.to), steps);
  if (next === undefined) return false;
  write(view, figure, next, true);
  view.dispatch({
    selection: EditorSelection.range(figure.from, figure.from + next.length),
    annotations: isolateHistory.of("full"),
  });
  return true;
}

interface Bubble {
  readonly dom: HTMLElement;
  readonly tell: (figure: TurnableFigure, text: string) => void;
  /** What is newly wrong with the figure as it is now. */
  readonly warn: (message: string) => void;
}

function bubbleOf(): Bubble {
  const dom = document.createElement("div");
  dom.className = "told";
  const [value, says, wrong] = [
    document.createElement("strong"),
    document.createElement("p"),
    document.createElement("p"),
  ];
  dom.append(value, says, wrong);
  wrong.className = "wrong";
  return {
    dom,
    warn: (message) => {
      wrong.textContent = message;
    },
    tell: (figure, text) => {
      dom.classList.toggle("beyond", standing(figure, text) !== "within");
      value.className = "value";
      value.textContent = `${text}${figure.unit === "" ? "" : ` ${figure.unit}`}`;
      says.textContent = figure.says;
    },
  };
}

/** Errors and warnings that touch the place; advice can wait until the figure stands. */
function wrongAt(state: EditorState, from: number, to: number): readonly string[] {
  const found: string[] = [];
  forEachDiagnostic(state, ({ severity, message }, start, end) => {
    if (severity !== "info" && start <= to && from <= end) found.push(message.split("\n")[0] ?? "");
  });
  return found;
}

function drag(view: EditorView, pressed: PointerEvent, figure: TurnableFigure): void {
  const start = view.state.sliceDoc(figure.from, figure.to);
  const bubble = bubbleOf();
  const before = new Set(wrongAt(view.state, figure.from, figure.to));
  const frame = view.scrollDOM;
  let text = start;
  let begun = false;
  const open = (): void => {
    bubble.tell(figure, text);
    const tooltip: Tooltip = {
      pos: figure.from,
      above: true,
      arrow: false,
      create: () => ({
        dom: bubble.dom,
        update: ({ state }) => {
          const wrong = wrongAt(state, figure.from, figure.from + text.length);
          bubble.warn(wrong.find((message) => !before.has(message)) ?? "");
        },
      }),
    };
    view.dispatch({ effects: [setTurning.of(tooltip), closeHoverTooltips] });
  };
  const move = (event: Event): void => {
    const { clientX } = event as PointerEvent;
    const far = clientX - pressed.clientX;
    if (!begun && Math.abs(far) < TREMBLE) return;
    if (!begun) {
      begun = true;
      open();
    }
    const next = figure.fixed ? undefined : stepped(figure.kind, start, Math.trunc(far / STEP));
    if (next === undefined || next === text) return;
    write(view, { ...figure, to: figure.from + text.length }, next, text === start && !written);
    written = true;
    text = next;
    bubble.tell(figure, text);
  };
  let written = false;
  const end = (): void => {
    frame.removeEventListener(moves, move);
    frame.removeEventListener("pointerup", end);
    frame.removeEventListener("pointercancel", end);
    const at = begun ? figure.from + text.length : view.posAtCoords({ x: pressed.clientX, y: pressed.clientY });
    view.dispatch({
      effects: setTurning.of(null),
      selection: { anchor: Math.min(at ?? figure.from, view.state.doc.length) },
      annotations: isolateHistory.of("full"),
    });
    view.focus();
  };
  // The mark is drawn anew at every step, so the frame around it listens.
  frame.setPointerCapture(pressed.pointerId);
  frame.addEventListener(moves, move);
  frame.addEventListener("pointerup", end);
  frame.addEventListener("pointercancel", end);
}

/** As the pointer moves, where a browser tells of that; elsewhere once a frame, which is half a frame later on average. */
const moves = "onpointerrawupdate" in globalThis ? "pointerrawupdate" : "pointermove";

const pointing = EditorView.domEventHandlers({
  pointerdown: (event, view) => {
    const plain = event.button === 0 && !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey;
    const mark = event.target instanceof Element ? event.target.closest(".cm-figure") : null;
    if (!plain || mark === null || !event.isPrimary) return false;
    const figure = figureAt(view.state, view.posAtDOM(mark));
    if (figure === undefined) return false;
    event.preventDefault();
    drag(view, event, figure);
    return true;
  },
});

// ---------------------------------------------------------------- keys

/** The figure at the cursor, or else the nearest on its line; none in a text whose figures are not marked. */
export function figureNear(state: EditorState): TurnableFigure | undefined {
  if (state.field(marked, false) === undefined) return undefined;
  const { head } = state.selection.main;
  const at = figureAt(state, head);
  if (at !== undefined) return at;
  const line = state.doc.lineAt(head);
  const away = ({ from, to }: TurnableFigure): number => Math.max(from - head, head - to);
  return figuresIn(state)
    .filter(({ from, to }) => line.from <= from && to <= line.to)
    .toSorted((a, b) => away(a) - away(b))[0];
}

/** A figure is stepped, and where there is none nothing happens: a line never moves by mistake. */
export function turn(view: EditorView, steps: number): boolean {
  const figure = figureNear(view.state);
  if (figure !== undefined) stepFigure(view, figure, steps);
  return true;
}

/** Goes to the next figure of the text, or the one before, and from the last to the first. */
export function goToFigure(view: EditorView, direction: 1 | -1): boolean {
  const figures = figuresIn(view.state);
  const { from, to } = view.state.selection.main;
  const next =
    direction === 1
      ? (figures.find((figure) => figure.from > from || (figure.from === from && figure.to > to)) ?? figures[0])
      : (figures.findLast((figure) => figure.from < from) ?? figures.at(-1));
  if (next === undefined) return true;
  view.dispatch({
    selection: EditorSelection.range(next.from, next.to),
    effects: EditorView.scrollIntoView(next.from, { y: "center" }),
  });
  return true;
}

export const figures: Extension = [
  marked,
  turning,
  pointing,
  keymap.of([
    { key: "Alt-ArrowUp", run: (view) => turn(view, 1) },
    { key: "Alt-ArrowDown", run: (view) => turn(view, -1) },
    { key: "Alt-PageDown", run: (view) => goToFigure(view, 1) },
    { key: "Alt-PageUp", run: (view) => goToFigure(view, -1) },
  ]),
];
