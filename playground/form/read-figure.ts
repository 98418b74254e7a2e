// What somebody typed into a field → the figure as a policy writes it, or what is amiss in words. Whether a policy may have such a
// figure is for the compiler to say.

import { parseDay } from "../../src/wording.ts";
import type { FigureKind } from "../worker/form-protocol.ts";

export type ReadFigure =
  { readonly kind: "figure"; readonly text: string } | { readonly kind: "fault"; readonly says: string };

export function readFigure(kind: FigureKind, typed: string): ReadFigure {
  const text = typed.trim();
  if (text === "") return fault("Enter a figure. To take it out of the policy, edit the rules.");
  switch (kind) {
    case "percent":
      return readPercent(text.replace(/\s*%$/, ""));
    case "money":
      return readMoney(text.replaceAll(/[£,\s]/g, ""));
    case "quantity":
    case "number":
      return readWhole(text.replaceAll(",", ""));
    case "time":
      return readTime(text);
    case "date":
      return parseDay(text) === undefined ? fault("Enter a date, like 2026-09-01.") : figure(text);
  }
}

/** What stands in the field for a figure as written: the signs stand beside it. */
export function typedFor(kind: FigureKind, text: string): string {
  switch (kind) {
    case "percent":
      return text.replace(/%$/, "");
    case "money":
      return text.replace(/^£/, "");
    default:
      return text;
  }
}

function readPercent(text: string): ReadFigure {
  const [, whole, decimals = ""] = /^(\d{1,4})(?:\.(\d{1,6}))?$/.exec(text) ?? [];
  if (whole === undefined) return fault("Enter a percentage in digits, like 95 or 95.5.");
  const exact = decimals.replace(/0+$/, "");
  if (Number(whole) > 100 || (Number(whole) === 100 && exact !== "")) return fault("Enter a percentage from 0 to 100.");
  return figure(`${Number(whole)}${exact === "" ? "" : `.${exact}`}%`);
}

function readMoney(text: string): ReadFigure {
  const [, pounds, pence] = /^(\d{1,7})(?:\.(\d\d))?$/.exec(text) ?? [];
  if (pounds === undefined) return fault("Enter an amount in pounds, like 80 or 80.50.");
  const grouped = String(Number(pounds)).replaceAll(/\B(?=(\d{3})+$)/g, ",");
  return figure(`£${grouped}${pence === undefined || pence === "00" ? "" : `.${pence}`}`);
}

function readWhole(text: string): ReadFigure {
  return /^\d{1,9}$/.test(text) ? figure(String(Number(text))) : fault("Enter a whole number in digits, like 10.");
}

function readTime(text: string): ReadFigure {
  const [, hour, minute] = /^(\d{1,2})[:.]?(\d\d)$/.exec(text) ?? [];
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59)
    return fault("Enter a time of the 24-hour clock, like 09:10 or 15:25.");
  return figure(`${hour.padStart(2, "0")}:${minute}`);
}

function figure(text: string): ReadFigure {
  return { kind: "figure", text };
}

function fault(says: string): ReadFigure {
  return { kind: "fault", says };
}
