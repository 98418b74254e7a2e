// Identifiers of pupils ↔ their numbers, looked up by a text, or by the bytes of a cell without making a text of it.

import { APOSTROPHE, BEYOND, BLANK, QUOTATION_MARK } from "./plain-bytes.ts";
import type { PupilNumbers } from "./pupil-rows.ts";

export interface PupilIndex extends PupilNumbers {
  /** By number. */
  readonly ids: readonly string[];
  /** Gives an identifier the next number; false where it has one already. */
  readonly add: (id: string) => boolean;
  /** The number of the pupil whose identifier is exactly these bytes; -1 where there is none, or none that is so simply written. */
  readonly ofBytes: (bytes: Uint8Array, from: number, to: number) => number;
}

/** An identifier of printable letters below 127 that stands in a cell as it is, without a mark before or around it. */
function isSimple(id: string): boolean {
  for (let at = 0; at < id.length; at++) {
    const letter = id.charCodeAt(at);
    if (letter < BLANK || letter >= BEYOND || letter === QUOTATION_MARK) return false;
  }
  return id.charCodeAt(0) > BLANK && id.charCodeAt(0) !== APOSTROPHE && id.charCodeAt(id.length - 1) > BLANK;
}

export function makePupilIndex(): PupilIndex {
  const ids: string[] = [];
  /** Those that no bytes may stand for. */
  const others = new Map<string, number>();
  /** By place, a power of two of them of which more than half are empty: a number plus one, and the hash it stands there for. */
  let numbers = new Int32Array(1 << 12);
  let hashes = new Int32Array(numbers.length);

  const grow = (): void => {
    const [before, hashesBefore] = [numbers, hashes];
    numbers = new Int32Array(4 * before.length);
    hashes = new Int32Array(numbers.length);
    for (let from = 0; from < before.length; from++) {
      if (before[from] === 0) continue;
      const hash = hashesBefore[from] as number;
      let place = hash & (numbers.length - 1);
      while (numbers[place] !== 0) place = (place + 1) & (numbers.length - 1);
      numbers[place] = before[from] as number;
      hashes[place] = hash;
    }
  };

  /** Where the identifier stands, or would. */
  const placeOf = (id: string, hash: number): number => {
    let place = hash & (numbers.length - 1);
    while (numbers[place] !== 0 && (hashes[place] !== hash || ids[(numbers[place] as number) - 1] !== id))
      place = (place + 1) & (numbers.length - 1);
    return place;
  };

  let latest = -1; // rows of one pupil mostly follow one another
  return {
    ids,
    keys: () => ids.values(),
    get: (id) => {
      const number = numbers[placeOf(id, hashOfText(id))] as number;
      return number > 0 ? number - 1 : others.get(id);
    },
    add: (id) => {
      if (!isSimple(id)) {
        if (others.has(id)) return false;
        others.set(id, ids.push(id) - 1);
        return true;
      }
      const hash = hashOfText(id);
      const place = placeOf(id, hash);
      if (numbers[place] !== 0) return false;
      numbers[place] = ids.push(id);
      hashes[place] = hash;
      if (2 * ids.length >= numbers.length) grow();
      return true;
    },
    ofBytes: (bytes, from, to) => {
      if (latest >= 0 && isText(ids[latest] as string, bytes, from, to)) return latest;
      const hash = hashOfBytes(bytes, from, to);
      for (let place = hash & (numbers.length - 1); ; place = (place + 1) & (numbers.length - 1)) {
        const number = (numbers[place] as number) - 1;
        if (number < 0) return -1;
        if (hashes[place] !== hash || !isText(ids[number] as string, bytes, from, to)) continue;
        latest = number;
        return number;
      }
    },
  };
}

function isText(id: string, bytes: Uint8Array, from: number, to: number): boolean {
  if (id.length !== to - from) return false;
  for (let at = 0; at < id.length; at++) if (id.charCodeAt(at) !== bytes[from + at]) return false;
  return true;
}

// FNV-1a, of a text by its letters: those of simple identifiers are their bytes.

const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

function hashOfText(text: string): number {
  let hash = BASIS | 0;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash ^ (hash >>> 15);
}

function hashOfBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = BASIS | 0;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), PRIME);
  return hash ^ (hash >>> 15);
}
