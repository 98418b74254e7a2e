// The bytes that matter to who reads cells without making texts of them.

export const BLANK = 32;
export const QUOTATION_MARK = 34;
export const APOSTROPHE = 39;
/** Bytes from a blank up to, but not with, this one are printable letters that stand for themselves. */
export const BEYOND = 127;

export function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}
