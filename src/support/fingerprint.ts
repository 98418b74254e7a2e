// A text → a short mark that another text will hardly share: to notice a change, not to keep a secret.

const START = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/** FNV-1a of the UTF-16 units, 64 bits, as 16 hexadecimal digits. */
export function fingerprintOf(text: string): string {
  let mark = START;
  for (let at = 0; at < text.length; at++) mark = BigInt.asUintN(64, (mark ^ BigInt(text.charCodeAt(at))) * PRIME);
  return mark.toString(16).padStart(16, "0");
}
