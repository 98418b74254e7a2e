// A stretch of a rule file on one line: what is a comment goes, and what is said in quotation marks stays.

import { expect, test } from "vitest";
import { oneLine } from "../../src/source/one-line.ts";
import { makeSource, wholeSpan } from "../../src/source/text.ts";

test.each([
  ["attendance this year -- the figure\n  below 95%", "attendance this year below 95%"],
  ['judged "is it -- really -- so" by headteacher', 'judged "is it -- really -- so" by headteacher'],
  ['judged "so" -- as "we" say\n  by headteacher', 'judged "so" by headteacher'],
  ['reason is "a ""--"" b" -- a comment', 'reason is "a ""--"" b"'],
  ["-- all of it", ""],
])("%j", (text, line) => {
  expect(oneLine(wholeSpan(makeSource("a.rollcall", text)))).toBe(line);
});
