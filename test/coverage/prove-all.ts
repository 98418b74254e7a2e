// `npm run prove`: every policy of the repository is covered and proved, all together.

import { readdirSync } from "node:fs";
import { rollcall } from "../../src/cli/rollcall.ts";
import { readableWidth } from "../../src/cli/terminal.ts";
import { policyPaths } from "../generate/yaml-files.ts";

const folders = policyPaths.map((path) => path.slice(0, path.lastIndexOf("/")));
const { stdout, stderr } = process;
process.exitCode = await rollcall(
  ["coverage", ...folders.filter((folder) => readdirSync(folder).includes("clauses.yaml")), "--prove"],
  {
    write: (text) => void stdout.write(text),
    say: (text) => void stderr.write(text),
    colour: { results: stdout.isTTY, remarks: stderr.isTTY },
    width: readableWidth(stdout.columns),
    watched: stderr.isTTY,
    ask: () => Promise.resolve(undefined),
    changeIn: () => Promise.resolve(false),
    readInput: () => Promise.resolve(new Uint8Array()),
    clock: () => performance.now(),
    today: () => new Date().toISOString().slice(0, 10),
  },
);
