// The files that other programs open: a word processor's, and a calendar's.

import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { dutiesCalendar, parentsPage, toDocx } from "../../src/documents.ts";
import { readXml } from "../../src/data/read-xml.ts";
import { openArchive } from "../../src/data/unzip.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import { knownDay } from "../../src/school/day.ts";
import { goldenFolder } from "../golden-folder.ts";
import { calendarOf, compileFile } from "../policy-files.ts";

const golden = goldenFolder(new URL("./golden-calendars/", import.meta.url));
const day = knownDay("2026-03-13");

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function opened(name: string) {
  const compilation = compileFile(new URL(`../../policies/${name}/${name}.rollcall`, import.meta.url));
  const { model, ready } = compilation;
  if (model === undefined || ready === undefined) throw new Error(`${name} is not sound`);
  return { model, world: makeWorld(ready.program, calendarOf(compilation)) };
}

describe.each(["hall-green", "delapre", "rufford", "newquay", "slade"])("%s", (name) => {
  const { model, world } = opened(name);

  test("its duties are a calendar that another program reads, each entry once and at school time", async () => {
    const duties = dutiesCalendar(model, world, day);
    const text = duties?.text ?? "";
    await golden(`${name}.ics`, text.replaceAll("\r\n", "\n"));
    const whole = new ICAL.Component(ICAL.parse(text));
    const [zone, ...others] = whole.getAllSubcomponents("vtimezone").map((each) => new ICAL.Timezone(each));
    expect(others).toEqual([]);
    const events = whole.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
    expect(events).toHaveLength(duties?.entries ?? -1);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    for (const event of events) {
      expect(event.summary).toMatch(/^\S.*: \S/);
      expect(event.uid).toMatch(/^[^\s]+$/);
      const start = event.component.getFirstProperty("dtstart");
      expect(start?.getParameter("tzid")).toBe(zone?.tzid);
      // The entry stands at the deadline that it tells, by the clock of the school.
      const { year, month, day: date, hour, minute } = event.startDate;
      const clock = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
      const told = `${date} ${MONTHS[month - 1] ?? ""} ${year}`;
      expect(event.description).toContain(told);
      if (clock !== "23:59") expect(event.description).toContain(clock);
    }
    // When an entry was made is told by the clock of Greenwich, which the format asks for.
    expect(text.match(/^DTSTAMP:\d{8}T\d{6}Z\r$/gm)).toHaveLength(events.length);
    // Lines of iCalendar are folded at 75 octets and end in CR LF.
    for (const line of text.trimEnd().split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});

test("a deadline in summer is an hour earlier by the clock of Greenwich, and in winter at the same", () => {
  const { model, world } = opened("delapre");
  const whole = new ICAL.Component(ICAL.parse(dutiesCalendar(model, world, day)?.text ?? ""));
  const [component] = whole.getAllSubcomponents("vtimezone");
  if (component === undefined) throw new Error("the file has no time zone");
  const zone = new ICAL.Timezone(component);
  const hours = whole.getAllSubcomponents("vevent").map((each) => {
    const { startDate } = new ICAL.Event(each);
    startDate.zone = zone;
    const inGreenwich = startDate.convertToZone(ICAL.Timezone.utcTimezone);
    return [startDate.month, startDate.hour - inGreenwich.hour] as const;
  });
  expect(new Set(hours.map(([month]) => month))).toEqual(new Set([3, 7, 12]));
  for (const [month, ahead] of hours) expect(ahead).toBe(month === 7 ? 1 : 0);
});

test("the same policy gives the same file, and the same duty the same name when the rules change", () => {
  const { model, world } = opened("delapre");
  const written = (title: string): string => dutiesCalendar({ ...model, title }, world, day)?.text ?? "";
  expect(written("One")).toBe(written("One"));
  const names = (text: string): readonly string[] => text.match(/^UID:.*$/gm) ?? [];
  expect(names(written("One")).length).toBeGreaterThan(3);
  expect(names(written("Another"))).toEqual(names(written("One")));
});

test("a day outside the calendar has no duties, and says so", () => {
  const { model, world } = opened("hall-green");
  expect(dutiesCalendar(model, world, knownDay("2036-03-13"))).toBeUndefined();
});

test("a word processor's file holds the page: its headings as headings, every paragraph, every cell", async () => {
  const paper = parentsPage(opened("hall-green").model, day);
  const archive = openArchive(await toDocx(paper), 10_000_000);
  if (archive.kind !== "archive") throw new Error(archive.kind);
  const unpacked = await archive.unpack("word/document.xml");
  if (unpacked?.kind !== "bytes") throw new Error("there is no document in it");
  const pieces = [...readXml(new TextDecoder().decode(unpacked.bytes))];
  expect(pieces).not.toContain(undefined);
  const text = pieces.flatMap((piece) => (piece?.kind === "text" ? [piece.text] : [])).join("\n");
  for (const block of paper.blocks) {
    const words =
      block.kind === "list"
        ? block.items
        : block.kind === "table"
          ? block.rows.flat()
          : block.kind === "drawing"
            ? [block.words]
            : [block.text];
    for (const each of words) expect(text).toContain(each);
  }
  const styles = pieces.flatMap((piece) =>
    piece?.kind === "open" && piece.name === "pStyle" ? [piece.attributes] : [],
  );
  expect(styles.filter((attributes) => attributes.includes("Heading1"))).toHaveLength(
    paper.blocks.filter((block) => block.kind === "heading" && block.level === 2).length,
  );
});
