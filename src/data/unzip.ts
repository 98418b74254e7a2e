// The bytes of a zip archive → what is packed in it under a name. The archive is written by strangers: what it says of its sizes
// is not believed, and unpacking stops at a limit while it runs, so that a small file cannot fill the memory.

export interface Archive {
  readonly kind: "archive";
  readonly names: readonly string[];
  /** Undefined where there is no such entry; `too-large` where all that was unpacked together would pass the limit. */
  readonly unpack: (name: string) => Promise<Unpacked | undefined>;
}

export type Unpacked =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "too-large" }
  | { readonly kind: "damaged" };

export type OpenedArchive =
  Archive | { readonly kind: "no-archive" } | { readonly kind: "damaged" } | { readonly kind: "locked" };

interface Entry {
  readonly method: number;
  readonly at: number;
  readonly packed: number;
  readonly check: number;
}

const [END, CENTRAL, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50];
const [STORED, DEFLATED] = [0, 8];
/** The record at the end, and the longest comment that may follow it. */
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 1;
const MOST_ENTRIES = 1000;

/** `limit` is how many bytes may be unpacked in all. */
export function openArchive(bytes: Uint8Array, limit: number): OpenedArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < END_LENGTH || view.getUint32(0, true) !== LOCAL) return { kind: "no-archive" };
  const end = endOf(view);
  if (end === undefined) return { kind: "damaged" };
  const entries = entriesOf(view, bytes, end);
  if (typeof entries === "string") return { kind: entries };
  let left = limit;
  return {
    kind: "archive",
    names: [...entries.keys()],
    unpack: async (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      const unpacked = await unpackEntry(view, bytes, entry, left);
      if (unpacked.kind !== "bytes") return unpacked;
      left -= unpacked.bytes.length;
      return checkOf(unpacked.bytes) === entry.check ? unpacked : { kind: "damaged" };
    },
  };
}

function endOf(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) if (view.getUint32(at, true) === END) return at;
  return undefined;
}

function entriesOf(view: DataView, bytes: Uint8Array, end: number): ReadonlyMap<string, Entry> | "damaged" | "locked" {
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MOST_ENTRIES) return "damaged";
  const entries = new Map<string, Entry>();
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) return "damaged";
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0) return "locked";
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.set(name, {
      method: view.getUint16(at + 10, true),
      check: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

async function unpackEntry(
  view: DataView,
  bytes: Uint8Array,
  { at, packed, method }: Entry,
  limit: number,
): Promise<Unpacked> {
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) return { kind: "damaged" };
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + packed > bytes.length) return { kind: "damaged" };
  const content = bytes.subarray(from, from + packed);
  if (method === STORED) return content.length > limit ? { kind: "too-large" } : { kind: "bytes", bytes: content };
  return method === DEFLATED ? inflate(content, limit) : { kind: "damaged" };
}

async function inflate(packed: Uint8Array, limit: number): Promise<Unpacked> {
  const stream = new Blob([packed.slice()]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      pieces.push(piece.value);
      length += piece.value.length;
      if (length > limit) {
        await reader.cancel();
        return { kind: "too-large" };
      }
    }
  } catch {
    return { kind: "damaged" };
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { kind: "bytes", bytes };
}

const CHECKS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let check = byte;
  for (let bit = 0; bit < 8; bit++) check = (check & 1) === 1 ? (check >>> 1) ^ 0xedb88320 : check >>> 1;
  return check;
});

/** The sum by which an archive knows that nothing of an entry was changed (CRC-32). */
function checkOf(bytes: Uint8Array): number {
  let check = 0xffffffff;
  for (const byte of bytes) check = (CHECKS[(check ^ byte) & 0xff] as number) ^ (check >>> 8);
  return (check ^ 0xffffffff) >>> 0;
}
