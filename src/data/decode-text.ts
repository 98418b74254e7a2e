// A file's bytes → its text, piece by piece: UTF-8 (marked or not), UTF-16 with its mark, or else Windows-1252, as old exports are.
// Knows nothing of rows. A byte that UTF-8 does not allow is how a Windows file shows itself; no letter is replaced by "?". A zero
// byte on a later line of what has been text so far is a damaged row, and passed on: whoever reads rows says which.

export interface DecodingNote {
  /**
   * `mixed`: letters of UTF-8 came first, then a byte that only Windows-1252 has, so two files were joined.
   * `not-text`: a workbook or another file that is no text; nothing of it is decoded.
   */
  readonly kind: "windows-1252" | "mixed" | "not-text";
  /** Where it showed, from 1. */
  readonly line: number;
}

/** Bytes in, text out; what is incomplete waits for the next piece. Undefined from the first byte that no text has. */
interface Decoder {
  readonly write: (piece: Uint8Array) => string | undefined;
  readonly end: () => string;
}

type Tell = (note: DecodingNote) => void;

const HEAD = 4;
// every .xlsx and .ods is a zip archive; every old .xls a compound file
const BINARY_SIGNATURES = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
] as const;

/** Yields the text without its byte order mark; says at most one thing about the encoding, before the text concerned. */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>, tell: Tell): AsyncIterable<string> {
  let decoder: Decoder | undefined;
  for await (const piece of withHead(bytes)) {
    decoder ??= chooseDecoder(piece, tell);
    const text = decoder.write(piece);
    if (text === undefined) return;
    yield text;
  }
  if (decoder !== undefined) yield decoder.end();
}

/** The same bytes, with at least as many in the first piece as a mark or signature takes, if there are so many. */
async function* withHead(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let head: Uint8Array | undefined = new Uint8Array(0);
  for await (const piece of bytes) {
    if (head === undefined) {
      yield piece;
      continue;
    }
    head = joinBytes(head, piece);
    if (head.length < HEAD) continue;
    yield head;
    head = undefined;
  }
  if (head !== undefined && head.length > 0) yield head;
}

function chooseDecoder(head: Uint8Array, tell: Tell): Decoder {
  if (BINARY_SIGNATURES.some((signature) => startsWith(head, signature))) {
    tell({ kind: "not-text", line: 1 });
    return { write: () => undefined, end: () => "" };
  }
  if (startsWith(head, [0xff, 0xfe])) return makeUtf16Decoder("utf-16le");
  if (startsWith(head, [0xfe, 0xff])) return makeUtf16Decoder("utf-16be");
  return makeUtf8Decoder(tell);
}

function makeUtf16Decoder(encoding: "utf-16le" | "utf-16be"): Decoder {
  const decoder = new TextDecoder(encoding);
  return { write: (piece) => decoder.decode(piece, { stream: true }), end: () => decoder.decode() };
}

/** UTF-8 until a byte is not, and Windows-1252 from there on; letters below 128 are the same in both. */
function makeUtf8Decoder(tell: Tell): Decoder {
  const windows = new TextDecoder("windows-1252");
  let isText = false;
  let inWindows = false;
  let sawWideLetter = false;
  let line = 1;
  let held: Uint8Array = new Uint8Array(0);
  let first = true;

  const decode = (bytes: Uint8Array): string => {
    if (inWindows) return windows.decode(bytes, { stream: true });
    const text = strictUtf8(bytes);
    if (text !== undefined) {
      sawWideLetter ||= text.length !== bytes.length;
      line += countLineEnds(text);
      return text;
    }
    const valid = bytes.subarray(0, validLength(bytes));
    const before = strictUtf8(valid) ?? "";
    const mixed = sawWideLetter || before.length !== valid.length;
    tell({ kind: mixed ? "mixed" : "windows-1252", line: line + countLineEnds(before) });
    inWindows = true;
    return before + windows.decode(bytes.subarray(valid.length), { stream: true });
  };

  return {
    write: (piece) => {
      if (!isText) {
        const zero = piece.indexOf(0);
        const before = zero < 0 ? piece : piece.subarray(0, zero);
        if (zero >= 0 && (!before.some(isLineEnd) || before.some(isNoText))) {
          tell({ kind: "not-text", line });
          return undefined;
        }
        isText = before.some(isLineEnd);
      }
      const bytes = held.length === 0 ? piece : joinBytes(held, piece);
      const waiting = inWindows ? 0 : unfinishedTail(bytes);
      held = bytes.slice(bytes.length - waiting);
      const text = decode(bytes.subarray(0, bytes.length - waiting));
      const marked = first && text.startsWith("\uFEFF");
      first = false;
      return marked ? text.slice(1) : text;
    },
    end: () => (held.length === 0 ? "" : decode(held)),
  };
}

const isLineEnd = (byte: number): boolean => byte === 10 || byte === 13;
/** What pictures and archives begin with, and texts have nowhere. */
const isNoText = (byte: number): boolean => byte < 32 && byte !== 9 && !isLineEnd(byte);

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/** How many bytes at the end begin a letter that is not all there: 0 to 3. */
function unfinishedTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

/** How many bytes from the start are sound UTF-8, of bytes that as a whole are not: found by halving. */
function validLength(bytes: Uint8Array): number {
  const whole = (length: number): number => length - unfinishedTail(bytes.subarray(0, length));
  let [sound, unsound] = [0, bytes.length];
  while (unsound - sound > 1) {
    const middle = (sound + unsound) >> 1;
    if (strictUtf8(bytes.subarray(0, whole(middle))) === undefined) unsound = middle;
    else sound = middle;
  }
  return whole(sound);
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function joinBytes(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
