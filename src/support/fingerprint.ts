// A text → a short mark that another text will hardly share: to notice a change, not to keep a secret.

/** FNV-1a of the UTF-16 units, 64 bits, as 16 hexadecimal digits. Counted in two halves of 32 bits, which no product overflows. */
export function fingerprintOf(text: string): string {
  let [high, low] = [0xcbf29ce4, 0x84222325];
  for (let at = 0; at < text.length; at++) {
    const mixed = (low ^ text.charCodeAt(at)) >>> 0;
    // Times 2^40 + 0x1b3.
    const product = mixed * 0x1b3;
    high = (high * 0x1b3 + mixed * 0x100 + Math.floor(product / 0x1_0000_0000)) >>> 0;
    low = product >>> 0;
  }
  return hexOf(high) + hexOf(low);
}

function hexOf(half: number): string {
  return half.toString(16).padStart(8, "0");
}
