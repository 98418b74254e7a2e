// Calls for windows → a stretch of register to count in (S14).

import type { Call } from "../../ir/ir.ts";
import type { Window } from "../../school/window.ts";
import { alternativesOf } from "./alternatives.ts";
import { readMoment } from "./moments.ts";
import type { Scope, Stretch } from "./scope.ts";

type LastOf = Extract<Window, { readonly kind: "last" }>;

export function readStretch(call: unknown, scope: Scope): Stretch {
  const window = call as Call;
  switch (window.call) {
    case "fixed":
      return { kind: "calendar", window: window.args[0] };
    case "lastOf":
      return lastOf(window.args[0], window.args[1], scope);
    case "since":
      return { kind: "since", from: readMoment(window.args[0], scope), including: window.args[1] === true };
    case "between": {
      const [from, to, including] = window.args;
      return {
        kind: "since",
        from: readMoment(from, scope),
        to: readMoment(to, scope),
        including: including === true,
      };
    }
    case "hole":
      return { kind: "none" };
    default:
      scope.cannot("query-beyond-register", `a window told by \`${window.call}\``);
      return { kind: "none" };
  }
}

function lastOf(length: Call, unit: LastOf["unit"], scope: Scope): Stretch {
  const [only, ...others] = alternativesOf(length, scope);
  if (only === undefined || others.length > 0 || only.when.kind !== "truth" || !only.when.value) {
    scope.cannot("query-length-open", "a window whose length changes from one date to another");
    return { kind: "none" };
  }
  return only.value === undefined
    ? { kind: "none" }
    : { kind: "calendar", window: { kind: "last", count: only.value, unit } };
}
