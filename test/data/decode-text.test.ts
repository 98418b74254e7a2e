import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../src/data/decode-text.ts";
import type { DecodingNote } from "../../src/data/decode-text.ts";

async function* inPieces(bytes: Uint8Array, cuts: readonly number[]): AsyncIterable<Uint8Array> {
  let from = 0;
  for (const cut of [...cuts.map((each) => each % (bytes.length + 1)), bytes.length].toSorted((a, b) => a - b)) {
    yield bytes.subarray(from, cut);
    from = cut;
  }
}

async function decoded(
  bytes: Uint8Array,
  cuts: readonly number[] = [],
): Promise<{ text: string; notes: DecodingNote[] }> {
  const notes: DecodingNote[] = [];
  let text = "";
  for await (const piece of decodeText(inPieces(bytes, cuts), (note) => notes.push(note))) text += piece;
  return { text, notes };
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let at = 0; at < text.length; at++) view.setUint16(2 * at, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
};
// letters that Windows-1252 has in one byte, and their bytes
const windows = (text: string): Uint8Array =>
  Uint8Array.from(
    text.split("").map((letter) => (letter === "€" ? 0x80 : letter === "’" ? 0x92 : letter.charCodeAt(0))),
  );
const cutsOf = fc.array(fc.nat(1000), { maxLength: 12 });
const someText = fc
  .string({ unit: fc.constantFrom("a", ",", "\n", "é", "ß", "’", "€", "字", "😀", "\uFEFF"), maxLength: 40 })
  .filter((text) => !text.startsWith("\uFEFF"));

describe("decoding", () => {
  it("gives back any text in UTF-8, with its mark or without, wherever the pieces are cut", async () => {
    await fc.assert(
      fc.asyncProperty(someText, fc.boolean(), cutsOf, async (text, marked, cuts) => {
        expect(await decoded(utf8(marked ? `\uFEFF${text}` : text), cuts)).toEqual({ text, notes: [] });
      }),
    );
  });

  it("gives back any text in UTF-16 with its mark, wherever the pieces are cut", async () => {
    await fc.assert(
      fc.asyncProperty(someText, fc.boolean(), cutsOf, async (text, littleEndian, cuts) => {
        expect(await decoded(utf16(`\uFEFF${text}`, littleEndian), cuts)).toEqual({ text, notes: [] });
      }),
    );
  });

  it("reads Windows-1252 where UTF-8 ends, says so once and where, wherever the pieces are cut", async () => {
    const letters = fc
      .string({ unit: fc.constantFrom("a", "\n", ",", "é", "ü", "€", "’"), maxLength: 40 })
      // the one thing nobody can tell: these three bytes are a letter in UTF-8 as well
      .filter((text) => !/é[€’]{2}/.test(text));
    await fc.assert(
      fc.asyncProperty(letters, cutsOf, async (text, cuts) => {
        const { text: read, notes } = await decoded(windows(`${text}é,`), cuts);
        expect(read).toBe(`${text}é,`);
        const plain = `${text}é`.slice(0, `${text}é`.search(/[^\n,a]/));
        expect(notes).toEqual([{ kind: "windows-1252", line: plain.split("\n").length }]);
      }),
    );
  });

  it("says that two encodings are mixed where letters of UTF-8 came before", async () => {
    const bytes = Uint8Array.from([...utf8("Zoë\n"), ...windows("Renée\n")]);
    expect(await decoded(bytes)).toEqual({ text: "Zoë\nRenée\n", notes: [{ kind: "mixed", line: 2 }] });
  });

  it("keeps a letter that is cut off at the very end, as the byte it is", async () => {
    expect((await decoded(windows("Andrée".slice(0, 5)))).text).toBe("André");
  });

  it("reads no workbook, and nothing that has a zero byte before it has a line", async () => {
    expect(await decoded(Uint8Array.from([0x50, 0x4b, 3, 4, 20]))).toEqual({
      text: "",
      notes: [{ kind: "not-text", line: 1 }],
    });
    expect((await decoded(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1]))).notes).toEqual([
      { kind: "not-text", line: 1 },
    ]);
    for (const none of ["a\u0000\nb\n", "\u0089PNG\r\n\u001a\n\u0000\u0000", "p\u0000u\u0000\n\u0000"])
      expect((await decoded(utf8(none))).notes).toEqual([{ kind: "not-text", line: 1 }]);
  });

  it("passes on a zero byte on a later line, wherever the pieces are cut, and goes on", async () => {
    const text = "a\nb\nc\u0000d\ne\n\u0000\u0000";
    for (let cut = 0; cut <= text.length; cut++) expect(await decoded(utf8(text), [cut])).toEqual({ text, notes: [] });
  });

  it("gives nothing for nothing", async () => {
    expect(await decoded(new Uint8Array(0))).toEqual({ text: "", notes: [] });
    expect((await decoded(utf8("a"))).text).toBe("a");
  });
});
