// The same folder, policy and moment give the same list to the byte, wherever the computer believes it is and whatever
// language it is set to. Each in a process of its own: zone and language are read when a process starts.

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const words =
  "src/cli/main.ts run policies/hall-green --data policies/hall-green/sample --as-of 2026-03-13T08:45".split(" ");

const places = [
  { TZ: "Europe/London", LC_ALL: "en_GB.UTF-8" },
  { TZ: "America/New_York", LC_ALL: "en_US.UTF-8" },
  { TZ: "Pacific/Kiritimati", LC_ALL: "en_GB.UTF-8" },
  { TZ: "Europe/London", LC_ALL: "tr_TR.UTF-8" },
];

async function listAt(place: (typeof places)[number]): Promise<string> {
  const env = { ...process.env, ...place, NODE_OPTIONS: "" };
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: root, env, maxBuffer: 1e8 });
  return stdout;
}

test(
  "the sample school's morning list is the same in three time zones and in Turkish",
  { timeout: 300_000 },
  async () => {
    const [here, ...elsewhere] = await Promise.all(places.map(listAt));
    // Enough of a list that an hour or a letter amiss would show.
    expect(here).toContain("Fri 13 Mar");
    expect(here?.length).toBeGreaterThan(5_000);
    elsewhere.forEach((list, index) => expect(list, JSON.stringify(places[index + 1])).toBe(here));
  },
);
