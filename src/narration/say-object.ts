// What an act is done to, with the article that an English reader misses: `send an absence letter`, `review the policy`, `take up
// support`. The rules name things by bare words; documents and people have titles, and are said by those.

import { sayWords } from "../explain/say.ts";

/** One of its kind where it stands alone: `report the absence`, but `consider unauthorised absence`. */
const ALONE: ReadonlySet<string> = new Set(["absence", "case", "departure", "lesson", "reason", "return"]);

/** One of its kind at a school: `the register`. */
const DEFINITE: ReadonlySet<string> = new Set(
  "cohorts family headteacher policy pupil register registers school".split(" "),
);

/** Counted one by one: `a letter`. Whatever is neither, such as support or reasons, goes without. */
const COUNTED: ReadonlySet<string> = new Set(
  "approach assessment call card case certificate check code comparison concern contract conversation decision discussion draw email explanation figure form interview letter list mark meeting merit message note notice notification order panel pattern penalty plan postcard procedure protocol raffle record referral refusal report request return review session talk target text timetable visit warning worry".split(
    " ",
  ),
);

/** Of words such as `absence-letter`. */
export function sayObject(object: string): string {
  const words = sayWords(object);
  const last = object.split("-").at(-1) ?? "";
  if (ALONE.has(object) || DEFINITE.has(last) || /^(this|final|first|last|same)-/.test(object)) return `the ${words}`;
  if (!COUNTED.has(last) || /-(on|of|to|for)-/.test(object)) return words;
  return `${/^[aeiou]/.test(words) && !/^(uni|use|euro|one)/.test(words) ? "an" : "a"} ${words}`;
}

/** An act that holds what it is done to, such as `sign-contract`: `sign a contract`. */
export function sayActWithin(act: string): string {
  const [, verb, rest] =
    /^([a-z]+)-((?!(?:to|from|into|off|out|in|up|with|of|on|for|by|over|about)(?:-|$)).+)$/.exec(act) ?? [];
  return verb === undefined || rest === undefined ? sayWords(act) : `${verb} ${sayObject(rest)}`;
}
