// The end of the decision, the same for every form that counts whole numbers: thresholds over what was counted. A hand would
// write it once too.

import { WIDTH } from "../answers.ts";

/** Writes what hangs on the year's sums: the figures themselves, lateness, band and absence. */
export function writeSums(
  out: Int32Array,
  pupil: number,
  attended: number,
  authorised: number,
  unauthorised: number,
  lates: number,
  longest: number,
  stillAway: number,
): void {
  const at = pupil * WIDTH;
  const possible = attended + authorised + unauthorised;
  const missed = 100 * (authorised + unauthorised);
  out[at] = attended;
  out[at + 1] = possible;
  out[at + 2] = authorised;
  out[at + 3] = unauthorised;
  out[at + 6] = lates;
  out[at + 7] = lates >= 5 ? 1 : 0;
  out[at + 8] = longest;
  out[at + 15] = stillAway;
  out[at + 9] = possible === 0 ? -1 : bandOf(missed, possible);
  out[at + 10] = possible === 0 ? -1 : missed >= 10 * possible ? 1 : 0;
  out[at + 11] = possible === 0 ? -1 : missed >= 50 * possible ? 1 : 0;
}

/** A hundred times what was missed, against so many per cent of what was possible. */
function bandOf(missed: number, possible: number): number {
  if (missed <= possible) return 0;
  if (missed <= 4 * possible) return 1;
  if (missed <= 9 * possible) return 2;
  if (missed <= 13 * possible) return 3;
  return missed <= 14 * possible ? 4 : 5;
}
