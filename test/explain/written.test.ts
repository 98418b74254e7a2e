// A deadline as it was written counts from where it says.

import { expect, test } from "vitest";
import { writtenDeadline } from "../../src/explain/written.ts";
import { sentencesIn } from "../../src/checker/objects.ts";
import { voiceOf } from "../narration/narrated.ts";

test.each([
  "within 5 school days of start",
  "within 5 calendar days of start or next school day",
  "within 5 school days",
])("%s", (deadline) => {
  const { model } = voiceOf(`act phone-home "phoned home"
procedure p "P" for each absence {
  step one on day 3 of absence {
    headteacher must phone-home ${deadline}
  }
}`);
  const [sentence] = sentencesIn(model.procedures.get("p")?.steps[0]?.items ?? []);
  expect(sentence === undefined ? undefined : writtenDeadline(sentence)).toBe(deadline);
});
