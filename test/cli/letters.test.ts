import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { call, line } from "./call.ts";

const sample = "--data policies/hall-green/sample --as-of 2026-03-16T08:45";
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "letters-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("rollcall letters", () => {
  test("writes what is owed, and says what may be handed on", async () => {
    const out = join(folder, "november");
    const asked = `letters policies/hall-green --data policies/hall-green/sample --as-of 2025-11-10T12:00 --out ${out}`;
    const { exit, written } = await call(line(asked));
    expect(exit).toBe(0);
    expect(written).toContain("One letter is in");
    expect(written).toContain("  P0012-stage-1-letter.md");
    expect(written).toContain("--document attendance-contract");
    const letter = readFileSync(join(out, "P0012-stage-1-letter.md"), "utf8");
    expect(letter).toMatch(/^# Stage 1 letter\n\nSample School, 10 November 2025\n\nDear Rob and Anna,\n/);
    expect(letter).toContain("Attendance this year is 89.41%; we aim for 95.5% for every child.");
  });

  test("asks for what is missing, and writes the letter once the office has filled that in", async () => {
    const [out, values] = [join(folder, "contracts"), join(folder, "values.csv")];
    const asked = `letters policies/hall-green ${sample} --pupil P0003 --out ${out}`;
    const refused = await call(line(`${asked} --template ${values}`));
    expect(refused.exit).toBe(1);
    expect(refused.written).toContain(`No letter was written.

One letter was refused:
  P0003: Attendance contract
    lacks parents-promise, school-support, timeframe

3 values are asked for in ${values}.`);
    expect(refused.written).toContain(`\`--values ${values}\``);
    const template = readFileSync(values, "utf8");
    expect(template).toContain("P0003,,attendance-contract,timeframe,words,\r\n");
    writeFileSync(values, template.replaceAll(/words,\r\n/g, 'words,"six weeks, from now"\r\n'));
    const filled = await call(line(`${asked} --values ${values} --format html`));
    expect(filled).toMatchObject({ exit: 0, said: "" });
    expect(readdirSync(out)).toEqual(["P0003-attendance-contract.html"]);
    expect(readFileSync(join(out, "P0003-attendance-contract.html"), "utf8")).toContain("six weeks, from now");
  });

  test("shows a row of the office's that cannot stand, and goes on without it", async () => {
    const values = join(folder, "wrong.csv");
    writeFileSync(values, "pupil,document,field,value\nP0003,attendance-contract,timefrme,x\n");
    const asked = `letters policies/hall-green ${sample} --pupil P0003 --out ${folder}/none --values ${values}`;
    const { exit, written, said } = await call(line(asked));
    expect(exit).toBe(1);
    expect(said).toContain("No field is called “timefrme”, so this row was left out.");
    expect(written).toContain("lacks parents-promise, school-support, timeframe");
  });

  test("--blank shows an empty form, or writes it", async () => {
    const shown = await call(line("letters policies/delapre --blank request-form"));
    expect(shown).toMatchObject({ exit: 0, said: "" });
    expect(shown.written).toMatch(/^# Request for absence in term time\n/);
    expect(shown.written).toContain("| Parent signature (by hand) |  |");
    const made = await call(line(`letters policies/newquay --blank leave-request --format docx --out ${folder}`));
    expect(made.exit).toBe(0);
    expect(readdirSync(folder)).toContain("leave-request.docx");
  });

  test.each([
    ["policies/hall-green --out x", "`--as-of` is needed: the moment to look from."],
    [`policies/hall-green ${sample}`, "`--out` is needed."],
    [`policies/hall-green ${sample} --out x --document stage-1-leter`, 'Did you mean "stage-1-letter"?'],
    [`policies/hall-green ${sample} --out x --pupil P00033`, 'Did you mean "P0003"?'],
    ["policies/delapre --blank request-from", 'Did you mean "request-form"?'],
    ["policies/delapre --blank request-form --format docx", "cannot be shown on a screen"],
    [`policies/hall-green ${sample} --out x --values nowhere.csv`, "nowhere.csv"],
  ])("%s: exit code 2, and says %j", async (words, says) => {
    const { exit, written, said } = await call(line(`letters ${words}`));
    expect({ exit, written }).toEqual({ exit: 2, written: "" });
    expect(said).toContain(says);
  });
});
