// What plain values are checked with, and the words for what is found instead. Small and without dependencies: compiled modules
// carry it.

/** What is wrong with the value that stands at a path, such as `marks.0.`; undefined where nothing is. */
export type FaultCheck = (value: unknown, path: string) => string | undefined;

export function shouldBe(path: string, what: string, value: unknown): string {
  const found = typeof value === "string" ? JSON.stringify(value) : Array.isArray(value) ? "a list" : foundWords(value);
  return `${path.slice(0, -1)} should be ${what}, and it is ${found}`;
}

function foundWords(value: unknown): string {
  return typeof value === "object" && value !== null ? "a group of keys and values" : String(value);
}

export function wholeNumber(what: string): FaultCheck {
  return (value, path) => (Number.isSafeInteger(value) ? undefined : shouldBe(path, `a whole number: ${what}`, value));
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
