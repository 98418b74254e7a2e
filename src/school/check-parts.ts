// What plain values are checked with, and the words for what is found instead. Small and without dependencies: compiled modules
// carry it.

/** What is wrong with the value that stands at a path, such as `marks.0.`; undefined where nothing is. */
export type FaultCheck = (value: unknown, path: string) => string | undefined;

export function shouldBe(path: string, what: string, value: unknown): string {
  return `${path.slice(0, -1)} should be ${what}, and it is ${foundWords(value)}`;
}

export function foundWords(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (Array.isArray(value)) return "a list";
  if (typeof value === "bigint" || typeof value === "function") return `a ${typeof value}`;
  return typeof value === "object" && value !== null ? objectWords(value) : String(value);
}

/** JavaScript has objects of its own that hold no keys, such as dates: they are told by its names for them. */
export function objectWords(value: object): string {
  const kind = Object.prototype.toString.call(value).slice("[object ".length, -1);
  return kind === "Object" ? "a group of keys and values" : `a JavaScript ${kind}`;
}

export function wholeNumber(what: string): FaultCheck {
  return wholeNumberThat(Number.isSafeInteger, what);
}

/** A whole number that is of its kind, such as a day. */
export function wholeNumberThat(is: (value: unknown) => boolean, what: string): FaultCheck {
  return (value, path) => (is(value) ? undefined : shouldBe(path, `a whole number: ${what}`, value));
}

export function ofType(type: "string" | "boolean", what: string): FaultCheck {
  return (value, path) => (typeof value === type ? undefined : shouldBe(path, what, value));
}

/** What need not be there; null is not nothing. */
export function orNothing(check: FaultCheck): FaultCheck {
  return (value, path) => (value === undefined ? undefined : check(value, path));
}

export function listOf(of: FaultCheck): FaultCheck {
  return (value, path) => {
    if (!Array.isArray(value)) return shouldBe(path, "a list", value);
    for (let at = 0; at < value.length; at++) {
      const fault = of(value[at], `${path}${at}.`);
      if (fault !== undefined) return fault;
    }
    return undefined;
  };
}

/** Keys that no part checks may be there. */
export function groupOf(parts: Readonly<Record<string, FaultCheck>>): FaultCheck {
  return (value, path) => {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return shouldBe(path, "a group of keys and values", value);
    for (const [key, check] of Object.entries(parts)) {
      const fault = check((value as Readonly<Record<string, unknown>>)[key], `${path}${key}.`);
      if (fault !== undefined) return fault;
    }
    return undefined;
  };
}

/** Texts by whatever names. */
export function textsByName(value: unknown, path: string): string | undefined {
  const fault = groupOf({})(value, path);
  if (fault !== undefined) return fault;
  for (const [name, text] of Object.entries(value as object))
    if (typeof text !== "string") return shouldBe(`${path}${name}.`, "a text", text);
  return undefined;
}
