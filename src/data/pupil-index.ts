// Identifiers of pupils → their numbers, looked up by the bytes of a cell without making a text of it.

/** The number of the pupil whose identifier is exactly these bytes; -1 where there is none, or none that is so simply written. */
export type PupilIndex = (bytes: Uint8Array, from: number, to: number) => number;

/** Letters, digits and what joins them: what stands so in a cell means itself, whatever the separator or the mark before it. */
const SIMPLE = /^[A-Za-z0-9](?:[\w./-]|(?<=\S) (?=\S))*$/;

export function makePupilIndex(ids: readonly string[]): PupilIndex {
  const numbers = new Int32Array(ids.length);
  const starts = new Int32Array(ids.length + 1);
  const simple: string[] = [];
  for (let pupil = 0; pupil < ids.length; pupil++) {
    const id = ids[pupil] as string;
    if (!SIMPLE.test(id)) continue;
    numbers[simple.length] = pupil;
    starts[simple.length + 1] = (starts[simple.length] as number) + id.length;
    simple.push(id);
  }
  const text = new TextEncoder().encode(simple.join(""));
  const size = tableSize(simple.length);
  const places = new Int32Array(size).fill(-1);
  for (let index = 0; index < simple.length; index++) {
    let place = hashOf(text, starts[index] as number, starts[index + 1] as number) & (size - 1);
    while ((places[place] as number) >= 0) place = (place + 1) & (size - 1);
    places[place] = index;
  }

  const isAt = (index: number, bytes: Uint8Array, from: number, length: number): boolean => {
    const start = starts[index] as number;
    if ((starts[index + 1] as number) - start !== length) return false;
    for (let at = 0; at < length; at++) if (text[start + at] !== bytes[from + at]) return false;
    return true;
  };

  let latest = -1; // rows of one pupil mostly follow one another
  return (bytes, from, to) => {
    if (latest >= 0 && isAt(latest, bytes, from, to - from)) return numbers[latest] as number;
    let place = hashOf(bytes, from, to) & (size - 1);
    for (;;) {
      const index = places[place] as number;
      if (index < 0) return -1;
      if (isAt(index, bytes, from, to - from)) {
        latest = index;
        return numbers[index] as number;
      }
      place = (place + 1) & (size - 1);
    }
  };
}

/** A power of two that leaves more than half of the places empty. */
function tableSize(entries: number): number {
  let size = 16;
  while (size < 2 * entries) size *= 2;
  return size;
}

/** FNV-1a. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
