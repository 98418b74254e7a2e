// What a link or a saved page hands over ⇄ one line of letters that an address may hold. Whoever sends a link writes what they
// like, so unpacking stops at a size, believes nothing, and answers with a reason where it opens nothing.

import * as z from "zod/mini";

/** So much may stand in an address; browsers and mail programs cut far earlier. */
const LONGEST_PACKED = 1_000_000;
/** Bytes; the largest policy there is has a seventh of it. */
const MOST_UNPACKED = 2 * 1024 * 1024;

// Zod would otherwise try whether it may write functions, which the page's security policy refuses aloud.
z.config({ jitless: true });

const name = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,80}$/));
const words = z.string().check(z.maxLength(500));
const moment = z.int().check(z.gte(0), z.lte(10_000_000_000));
const session = z.string().check(z.regex(/^\d{1,6} (?:AM|PM)$/));

const fields = z.pipe(
  z.array(z.tuple([name, words])).check(z.maxLength(40)),
  z.transform((entries): Readonly<Record<string, string>> => Object.fromEntries(entries)),
);

const entry = z.object({
  act: name,
  object: z.exactOptional(words),
  by: z.exactOptional(name),
  person: z.exactOptional(words),
  happened: moment,
  fields,
});

const sketch = z.object({
  year: z.int().check(z.gte(-1), z.lte(13)),
  flags: z.array(name).check(z.maxLength(60)),
  parents: z.array(z.string().check(z.minLength(1), z.maxLength(80))).check(z.maxLength(8)),
  from: z.exactOptional(z.int().check(z.gte(0), z.lte(100_000))),
  marks: z
    .array(z.tuple([session, z.string().check(z.regex(/^(?:[A-Z][A-Z0-9]?|[/\\#-])$/))]))
    .check(z.maxLength(4000)),
  arrivals: z.exactOptional(z.array(moment).check(z.maxLength(2000))),
  log: z.array(entry).check(z.maxLength(1000)),
});

const handed = z.object({
  version: z.literal(1),
  policy: z.object({
    /** Where it would stand, such as `hall-green/hall-green.rollcall`. */
    name: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,80}\/[a-z0-9][a-z0-9-]{0,80}\.(?:rollcall|ya?ml)$/)),
    /** Only where it is not the text that comes with the page. */
    text: z.exactOptional(z.string()),
  }),
  readings: z.array(z.tuple([words, words])).check(z.maxLength(200)),
  asOf: moment,
  pupil: z.exactOptional(sketch),
});

export type Handed = z.infer<typeof handed>;

export interface Refused {
  readonly kind: "refused";
  /** In words for whoever opened the link. */
  readonly why: string;
}

export type Unpacked = { readonly kind: "handed"; readonly handed: Handed } | Refused;

/** `p=` and letters, digits, `-` and `_`; undefined where it is more than anybody could open again. */
export async function pack(value: Handed): Promise<string | undefined> {
  const told = { ...value, ...(value.pupil === undefined ? {} : { pupil: withFieldsInPairs(value.pupil) }) };
  const bytes = new TextEncoder().encode(JSON.stringify(told));
  if (bytes.byteLength > MOST_UNPACKED) return undefined;
  const deflated = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const packed = `p=${base64Url(new Uint8Array(await new Response(deflated).arrayBuffer()))}`;
  return packed.length > LONGEST_PACKED ? undefined : packed;
}

/** Pairs and no object, so that no name of a field means anything of its own. */
function withFieldsInPairs(pupil: NonNullable<Handed["pupil"]>) {
  return { ...pupil, log: pupil.log.map((each) => ({ ...each, fields: Object.entries(each.fields) })) };
}

export async function unpack(packed: string): Promise<Unpacked> {
  if (!packed.startsWith("p=")) return refused("It says nothing that this page can read.");
  if (packed.length > LONGEST_PACKED) return refused("It is far longer than any policy and pupil would make it.");
  const bytes = fromBase64Url(packed.slice(2));
  if (bytes === undefined) return refused("It was cut short or changed on its way.");
  const text = await inflate(bytes);
  if (typeof text !== "string") return text;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused("It was cut short or changed on its way.");
  }
  const read = handed.safeParse(value);
  return read.success
    ? { kind: "handed", handed: read.data }
    : refused("It was changed on its way, or comes from another version of this page.");
}

function refused(why: string): Refused {
  return { kind: "refused", why };
}

/** Stops as soon as it has seen too much, however little it came from. */
async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<string | Refused> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    const reader = stream.getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      length += read.value.byteLength;
      if (length > MOST_UNPACKED) {
        await reader.cancel();
        return refused("It holds more than any policy and pupil would need.");
      }
      parts.push(read.value);
    }
    const whole = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.byteLength;
    }
    return new TextDecoder("utf-8", { fatal: true }).decode(whole);
  } catch {
    return refused("It was cut short or changed on its way.");
  }
}

function base64Url(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Undefined where a letter stands in it that packing never writes. */
function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]+$/.test(text) || text.length % 4 === 1) return undefined;
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
