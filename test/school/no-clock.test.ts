import { readdirSync, readFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const room = (name: string): string => fileURLToPath(new URL(`../../src/${name}`, import.meta.url));
const program = fileURLToPath(new URL("print-school-time.ts", import.meta.url));

describe("school time", () => {
  it("S1: is written without Date, Intl, Temporal or the computer's locale", () => {
    for (const name of ["school", "units"]) {
      for (const file of readdirSync(room(name))) {
        const code = readFileSync(`${room(name)}/${file}`, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
        expect(code, `${name}/${file}`).not.toMatch(/\bDate\b|\bIntl\b|\bTemporal\b|toLocale|localeCompare/);
      }
    }
  });

  it("S1: is the same on computers in three time zones and two languages", { timeout: 30_000 }, () => {
    const answers = [
      ["Europe/London", "en_GB.UTF-8"],
      ["Pacific/Kiritimati", "tr_TR.UTF-8"],
      ["America/St_Johns", "en_GB.UTF-8"],
    ].map(([zone, language]) =>
      execFileSync(process.execPath, [program], {
        encoding: "utf8",
        env: { ...process.env, TZ: zone, LC_ALL: language, NODE_OPTIONS: "" },
      }),
    );
    expect(answers[0]).toContain("2026-03-29 01:30");
    expect(new Set(answers).size).toBe(1);
  });
});
