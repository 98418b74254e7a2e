// `npm run replay:term`: every decision of the sample school's spring term is packed, read back from its bytes and made again.
// One that comes out otherwise ends the run with 1 and is told with its first difference.

import { sha256 } from "../../src/cli/sha256.ts";
import { makeReplayer, readPack, writePack } from "../../src/documents.ts";
import { formatDay } from "../../src/school/day.ts";
import { lastInstant } from "../../src/school/moment.ts";
import { COMPILER, packOf, sample, springDays } from "./sample-term.ts";

const { pupils } = sample.school;
const replay = makeReplayer(sha256, COMPILER);
let [same, owed, bytes] = [0, 0, 0];
const otherwise: string[] = [];

for (const [index, record] of pupils.entries()) {
  for (const day of springDays) {
    const text = writePack(packOf(record, lastInstant(day)));
    bytes += Buffer.byteLength(text);
    const reading = readPack(text);
    const replayed = reading.kind === "pack" ? replay(reading.pack) : reading;
    if (reading.kind === "pack") owed += reading.pack.decided.explanations.length;
    if (replayed.kind === "same") same += 1;
    else otherwise.push(`${record.pupil.id} on ${formatDay(day)}: ${JSON.stringify(replayed)}`);
  }
  const done = `${index + 1} of ${pupils.length} pupils, ${same} decisions the same`;
  process.stderr.write(process.stderr.isTTY ? `\r\u001B[K${done}` : `${done}\n`);
}
if (process.stderr.isTTY) process.stderr.write("\r\u001B[K");

const all = pupils.length * springDays.length;
const [first = 0, last = 0] = [springDays[0], springDays.at(-1)];
console.log(
  `${pupils.length} pupils on ${springDays.length} school days, ${formatDay(first)} to ${formatDay(last)}: ${same} of ${all} decisions made again, byte for byte (${owed} things owed, ${bytes} bytes of packs).`,
);
for (const line of otherwise) console.log(line);
process.exitCode = same === all ? 0 : 1;
