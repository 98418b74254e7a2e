// The text of an XML file of a workbook → its tags and texts, one after another. Knows as much of XML as a spreadsheet program
// writes: no document type is read, so that no entity can stand for more than one character.

export type XmlPiece =
  | { readonly kind: "open"; readonly name: string; readonly attributes: string; readonly closed: boolean }
  | { readonly kind: "close"; readonly name: string }
  | { readonly kind: "text"; readonly text: string };

const PIECE = /<(\/?)([^\s<>/!?]+)((?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(\/?)>|<\?[^>]*\?>|<!--[^]*?-->|([^<]+)/y;

/** Undefined at the end stands for text that is not such XML. */
export function* readXml(text: string): Generator<XmlPiece | undefined, void, void> {
  PIECE.lastIndex = 0;
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  while (at < text.length) {
    PIECE.lastIndex = at;
    const found = PIECE.exec(text);
    if (found === null) {
      yield undefined;
      return;
    }
    at = PIECE.lastIndex;
    const [, slash, tag, attributes = "", closed, plain] = found;
    if (plain !== undefined) yield { kind: "text", text: plainText(plain) };
    else if (tag !== undefined) {
      const name = tag.slice(tag.indexOf(":") + 1);
      yield slash === "/" ? { kind: "close", name } : { kind: "open", name, attributes, closed: closed === "/" };
    }
  }
}

/** The value of one attribute; names may bear a prefix. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)(?:[\\w]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : plainText(value);
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

function plainText(text: string): string {
  if (!text.includes("&") && !text.includes("_x")) return text;
  return text
    .replaceAll(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]{2,4}));/g, (whole, decimal, hexadecimal, name) => {
      const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
      if (name !== undefined) return NAMED.get(name) ?? whole;
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}
