// Colours for a terminal, or none. It knows no diagnostics; whether colour is wanted is for the caller to say.

export type Ink = "red" | "yellow" | "blue" | "green" | "bold";

export type Paint = (ink: Ink, text: string) => string;

const codes: Readonly<Record<Ink, number>> = { red: 31, yellow: 33, blue: 34, green: 32, bold: 1 };

export function makePaint(colour: boolean): Paint {
  if (!colour) return (_, text) => text;
  return (ink, text) => (text === "" ? "" : `\u001B[${codes[ink]}m${text}\u001B[0m`);
}
