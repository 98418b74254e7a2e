// Damaged policies and damaged schools through everything that Rollcall does with them: nothing throws, nothing hangs, and
// whatever is said has its place. `HOSTILE=10000` runs that many (`npm run hostile`); an ordinary run takes fewer.
// `HOSTILE_SEED` chooses the damages, `HOSTILE_CASE` runs a single one again.

import { expect, test } from "vitest";
import { runCampaign } from "./run-campaign.ts";

const asked = process.env["HOSTILE"];
const seed = Number(
  process.env["HOSTILE_SEED"] ?? (asked === undefined ? 1 : Math.trunc(performance.timeOrigin) % 1_000_000),
);
const only = process.env["HOSTILE_CASE"];
const cases =
  only === undefined ? Array.from({ length: Number(asked ?? 120) }, (_, index) => index + 1) : [Number(only)];

test(
  `${cases.length} damaged policies and schools never throw, never hang, and are told at a place (seed ${seed})`,
  { timeout: 24 * 3_600_000 },
  async () => {
    console.log(`hostile input: ${cases.length} cases, HOSTILE_SEED=${seed}`);
    const { failures, reached } = await runCampaign(seed, cases);
    expect(
      failures.map(
        ({ number, about, complaints }) =>
          `HOSTILE_CASE=${number} HOSTILE_SEED=${seed} (${about})\n${complaints.join("\n")}`,
      ),
    ).toEqual([]);
    // A campaign whose every case breaks down at once tries nothing.
    if (cases.length < 100) return;
    for (const stage of ["read", "compile", "print", "convert", "dump", "examples", "evaluate"])
      expect(reached.get(stage) ?? 0, stage).toBeGreaterThan(0);
    if (cases.length >= 1_000) expect(reached.get("build") ?? 0).toBeGreaterThan(0);
  },
);
