// The bytes of a table, piece by piece → its lines, still as bytes, without making a text of each.
// Knows line ends and a byte order mark; what stands in a line is not its business.

/** One line: `bytes[from]` up to, but not with, `bytes[to]`; the bytes are only good during the call. False stops the reading. */
export type OnLine = (bytes: Uint8Array, from: number, to: number, line: number) => boolean;

/** How many lines after the one just taken, each as long as it with its line end, were taken as well. */
export type OnAlike = (bytes: Uint8Array, from: number, length: number) => number;

const FEED = 10;
const RETURN = 13;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;
/** No line of a register is as long; what is, is not read as lines. */
const LONGEST_LINE = 1 << 19;

export interface ByteLines {
  /** Takes the next piece; false once the reading is stopped, or a line is longer than any register's. */
  readonly write: (piece: Uint8Array) => boolean;
  /** What remains is the last line. */
  readonly end: () => boolean;
}

export function makeByteLines(onLine: OnLine, onAlike: OnAlike = () => 0): ByteLines {
  let held = NOTHING;
  let [line, marked] = [1, false];
  return {
    write: (given) => {
      let [piece, from] = [given, 0];
      if (!marked) {
        piece = joined(held, given);
        held = piece;
        if (piece.length < BYTE_ORDER_MARK.length) return true;
        marked = true;
        held = NOTHING;
        if (BYTE_ORDER_MARK.every((byte, index) => piece[index] === byte)) from = BYTE_ORDER_MARK.length;
      }
      if (held.length > 0) {
        const feed = piece.indexOf(FEED);
        const whole = joined(held, feed < 0 ? piece : piece.subarray(0, feed));
        held = feed < 0 ? whole : NOTHING;
        if (whole.length > LONGEST_LINE) return false;
        if (feed < 0) return true;
        if (!onLine(whole, 0, withoutReturn(whole, 0, whole.length), line)) return false;
        line += 1;
        from = feed + 1;
      }
      for (let to = piece.indexOf(FEED, from); to >= 0; to = piece.indexOf(FEED, from)) {
        if (!onLine(piece, from, withoutReturn(piece, from, to), line)) return false;
        const length = to + 1 - from;
        const alike = onAlike(piece, from, length);
        line += 1 + alike;
        from += (1 + alike) * length;
      }
      held = piece.slice(from);
      return held.length <= LONGEST_LINE;
    },
    end: () => held.length === 0 || onLine(held, 0, withoutReturn(held, 0, held.length), line),
  };
}

const NOTHING: Uint8Array = new Uint8Array(0);

function withoutReturn(bytes: Uint8Array, from: number, to: number): number {
  return to > from && bytes[to - 1] === RETURN ? to - 1 : to;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
