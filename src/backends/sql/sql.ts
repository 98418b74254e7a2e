// The few forms of SQL that Rollcall writes, as a tree. Knows no dialect and no policy: a printer spells it, the same for all but
// what a dialect calls otherwise.

export type Type = "integer" | "bigint" | "boolean" | "text";

export type Operator = "+" | "-" | "*" | "div" | "=" | "<>" | "<" | "<=" | ">" | ">=";

export type Aggregate = "count" | "sum" | "min" | "max";

export type Expr =
  | { readonly kind: "column"; readonly of?: string; readonly name: string }
  | { readonly kind: "whole"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "truth"; readonly value: boolean }
  | { readonly kind: "null"; readonly type: Type }
  | { readonly kind: "binary"; readonly operator: Operator; readonly left: Expr; readonly right: Expr }
  | { readonly kind: "all" | "any"; readonly parts: readonly Expr[] }
  | { readonly kind: "not"; readonly part: Expr }
  | { readonly kind: "is-null"; readonly part: Expr; readonly not: boolean }
  | { readonly kind: "one-of"; readonly part: Expr; readonly values: readonly string[] }
  | {
      readonly kind: "case";
      readonly whens: readonly { readonly when: Expr; readonly then: Expr }[];
      readonly otherwise?: Expr;
    }
  | { readonly kind: "cast"; readonly part: Expr; readonly type: Type }
  | { readonly kind: "aggregate"; readonly name: Aggregate; readonly part: Expr }
  | { readonly kind: "coalesce"; readonly parts: readonly Expr[] }
  | { readonly kind: "joined"; readonly parts: readonly Expr[] }
  | {
      readonly kind: "window";
      readonly name: Aggregate | "lag" | "lead" | "row_number";
      readonly part?: Expr;
      readonly partition: readonly Expr[];
      readonly order: readonly Expr[];
      /** Up to the current row, where it is an aggregate that runs along; else all of the partition. */
      readonly running: boolean;
    };

export type Source =
  | { readonly kind: "table"; readonly name: string; readonly as: string }
  | { readonly kind: "query"; readonly query: Select; readonly as: string };

export interface Join {
  readonly how: "inner" | "left" | "cross";
  readonly source: Source;
  readonly on?: Expr;
}

export interface Column {
  readonly expr: Expr;
  readonly as: string;
  /** What it tells, for whoever reads the query. */
  readonly says?: string;
}

export interface Select {
  readonly columns: readonly Column[];
  readonly from: Source;
  readonly joins?: readonly Join[];
  readonly where?: readonly Expr[];
  readonly groupBy?: readonly Expr[];
  readonly orderBy?: readonly Expr[];
}

/** A named step of a query; of several selects the rows of all. */
export interface Common {
  readonly name: string;
  readonly selects: readonly Select[];
  /** Read more than once: worked out once, where a dialect can be told. */
  readonly kept: boolean;
  /** Its later selects read what the earlier ones gave. */
  readonly recursive?: boolean;
  /** What begins with it, for whoever reads the query. */
  readonly says?: string;
}

export interface Query {
  readonly commons: readonly Common[];
  readonly body: Select;
}

// ---------------------------------------------------------------- short ways to write it

export const column = (of: string, name: string): Expr => ({ kind: "column", of, name });
export const whole = (value: number): Expr => ({ kind: "whole", value });
export const text = (value: string): Expr => ({ kind: "text", value });
export const truth = (value: boolean): Expr => ({ kind: "truth", value });
export const unknown = (type: Type): Expr => ({ kind: "null", type });
export const table = (name: string, as: string): Source => ({ kind: "table", name, as });
export const named = (expr: Expr, as: string): Column => ({ expr, as });

export function binary(left: Expr, operator: Operator, right: Expr): Expr {
  const folded = foldBinary(left, operator, right);
  return folded ?? { kind: "binary", operator, left, right };
}

function foldBinary(left: Expr, operator: Operator, right: Expr): Expr | undefined {
  if (right.kind === "whole" && right.value === 0 && (operator === "+" || operator === "-")) return left;
  if (right.kind === "whole" && right.value === 1 && operator === "*") return left;
  if (left.kind !== "whole" || right.kind !== "whole") return undefined;
  switch (operator) {
    case "+":
      return whole(left.value + right.value);
    case "-":
      return whole(left.value - right.value);
    case "*":
      return whole(left.value * right.value);
    case "div":
      return whole(Math.floor(left.value / right.value));
    default:
      return undefined;
  }
}

export function all(...parts: readonly Expr[]): Expr {
  return joined("all", parts, true);
}

export function any(...parts: readonly Expr[]): Expr {
  return joined("any", parts, false);
}

/** Without the parts that say nothing; three-valued, as SQL's own `and` and `or` are (S13). */
function joined(kind: "all" | "any", parts: readonly Expr[], nothing: boolean): Expr {
  if (parts.some((part) => part.kind === "truth" && part.value !== nothing)) return truth(!nothing);
  const saying = parts
    .filter((part) => part.kind !== "truth")
    .flatMap((part) => (part.kind === kind ? part.parts : [part]));
  const only = saying[0];
  if (only === undefined) return truth(nothing);
  return saying.length === 1 ? only : { kind, parts: saying };
}

export function not(part: Expr): Expr {
  if (part.kind === "truth") return truth(!part.value);
  return part.kind === "not" ? part.part : { kind: "not", part };
}

export const isNull = (part: Expr): Expr => ({ kind: "is-null", part, not: false });
export const isKnown = (part: Expr): Expr => ({ kind: "is-null", part, not: true });

export function when(condition: Expr, then: Expr, otherwise?: Expr): Expr {
  if (condition.kind === "truth" && condition.value) return then;
  if (condition.kind === "truth" && otherwise !== undefined) return otherwise;
  return { kind: "case", whens: [{ when: condition, then }], ...(otherwise === undefined ? {} : { otherwise }) };
}

export const aggregate = (name: Aggregate, part: Expr): Expr => ({ kind: "aggregate", name, part });
export const orElse = (...parts: readonly Expr[]): Expr => ({ kind: "coalesce", parts });
export const cast = (part: Expr, type: Type): Expr => ({ kind: "cast", part, type });
export const oneOf = (part: Expr, values: readonly string[]): Expr => ({ kind: "one-of", part, values });

/** The smaller; neither may be unknown. */
export const smaller = (a: Expr, b: Expr): Expr => when(binary(a, "<=", b), a, b);
/** The larger; neither may be unknown. */
export const larger = (a: Expr, b: Expr): Expr => when(binary(a, ">=", b), a, b);
