// Documents for taking away: no word of a policy means anything in them but itself.

import { describe, expect, test } from "vitest";
import { documentToCsv, documentToHtml, documentToMarkdown } from "../../playground/worker/document-text.ts";
import { fileNameOf } from "../../playground/views/download.ts";

const hostile = {
  title: '<script>alert("1")</script> & Sons',
  about: "# no heading\n| no | cell",
  tables: [
    {
      title: "[a](javascript:1)",
      head: ["What", "Says"],
      rows: [
        ["=HYPERLINK(1)", 'a "quoted", cell'],
        ["<img src=x onerror=alert(1)>", "+1\n+2"],
        ["a | b", "`code` *bold*"],
      ],
    },
  ],
};

describe("a document of hostile words", () => {
  test("is a page without a tag of its words", () => {
    const html = documentToHtml(hostile);
    expect(html).not.toMatch(/<script|<img|onerror=alert\(1\)>/);
    expect(html).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; Sons");
    expect(html).toContain("default-src 'none'");
    expect(html.match(/<td>/g)).toHaveLength(6);
  });

  test("is Markdown of one heading a title and one row a line", () => {
    const lines = documentToMarkdown(hostile).split("\n");
    expect(lines.filter((line) => line.startsWith("#"))).toHaveLength(2);
    expect(lines.filter((line) => line.startsWith("|"))).toHaveLength(5);
    expect(lines.join("\n")).not.toMatch(/(?<!\\)[<`*[]/);
  });

  test("is CSV that runs no formula and keeps its columns", () => {
    const csv = documentToCsv(hostile);
    expect(csv).toContain("'=HYPERLINK(1)");
    expect(csv).not.toMatch(/(?:^|,|\r\n)"?[=+@-]/);
    expect(csv).toContain('"a ""quoted"", cell"');
  });
});

describe("a file's name", () => {
  test.each([
    ["hall-green.rollcall", "hall-green.rollcall"],
    ["../../etc/passwd", "etc-passwd"],
    ["a/b\\c:d*?.csv", "a-b-c-d-.csv"],
    ["école 数.md", "école-数.md"],
    ["...", "rollcall"],
    ["<script>", "script"],
  ])("%s becomes %s", (name, kept) => {
    expect(fileNameOf(name)).toBe(kept);
  });
});
