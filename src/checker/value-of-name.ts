// A bare name → the measure or parameter of that name as a value, for whoever prints or fills in what a name stands for.

import type * as Ast from "../syntax/ast.ts";
import type { Scope } from "./scope.ts";
import type { Typed } from "./typed.ts";
import { NUMBER } from "./value-types.ts";

export function namedValue({ names }: Scope, { text: name, span }: Ast.Name): Typed | undefined {
  const measure = names.measures.get(name);
  const parameter = names.parameters.get(name);
  if (measure !== undefined) {
    const type = measure.type();
    const value = { kind: "measure", name, type: type ?? NUMBER, span } as const;
    return { value, type, span, counts: false, declared: measure };
  }
  if (parameter === undefined) return undefined;
  const type = parameter.type();
  const value = { kind: "parameter", name, type: type ?? { kind: "text" }, span } as const;
  return { value, type, span, counts: false, declared: parameter };
}
