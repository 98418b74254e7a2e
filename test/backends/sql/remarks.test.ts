// Remarks in a query: on one line whatever the policy writes, and never like the end of a statement.

import { expect, test } from "vitest";
import { remarkLine } from "../../../src/backends/sql/print-sql.ts";

test.each([
  ["Away; often", "-- Away, often\n"],
  ["Ends with;", "-- Ends with,\n"],
  ["Two\nlines\r\nand\u2028more", "-- Two lines and more\n"],
  ["*/ -- 'quoted' \"twice\"", "-- */ -- 'quoted' \"twice\"\n"],
])("%j stays on its line", (says, line) => {
  expect(remarkLine(says)).toBe(line);
});
