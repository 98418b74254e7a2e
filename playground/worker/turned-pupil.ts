// A pupil who was looked at, and a policy with a figure turned since → the same pupil under it, worked out only as far as the figure
// reaches. It comes to what looking at the pupil anew would come to.

import { partOfCase } from "../../src/index.ts";
import { once } from "../../src/wording.ts";
import { commonStatuses, openUnder, ordinaryRecord, partsOf, viewOf, withoutProcedures } from "./pupil.ts";
import type { Looked, Parts } from "./pupil.ts";
import type { Ready } from "./ready.ts";

/** Undefined where everything has to be worked out again. */
export function lookAfter({ case: before, sketch, parts, view: { asOf } }: Looked, ready: Ready): Looked | undefined {
  // What is put on record is held against every rule there is.
  if (sketch.log.length > 0) return undefined;
  const { model } = ready.compilation;
  // What runs is not asked for: it would be made whole.
  const { ir, rules, lowering, parts: lowered } = ready.compilation.ready;
  const found = partOfCase(before, { ir, rules, lowering, parts: lowered, model });
  if (found === undefined) return undefined;
  const { part, replaced } = found;
  const { program, calendar } = part.world;
  const common =
    program.statuses.length === 0
      ? new Set<string>()
      : commonStatuses(withoutProcedures(program, calendar), ordinaryRecord(ready, sketch.year, asOf), asOf);
  const now = joined(parts, partsOf(part, common, parts.line), replaced);
  const opened = once(() => openUnder(ready, parts.record, asOf));
  return {
    get case() {
      return opened();
    },
    view: viewOf(ready, now, asOf),
    sketch,
    parts: now,
  };
}

type Replaced = NonNullable<ReturnType<typeof partOfCase>>["replaced"];

function joined(before: Parts, now: Parts, { statuses, bands, procedures }: Replaced): Parts {
  const named = <T extends { readonly name: string }>(
    old: readonly T[],
    fresh: readonly T[],
    gone: ReadonlySet<string>,
  ) => [...old.filter(({ name }) => !gone.has(name)), ...fresh];
  const of = <T extends { readonly of: string }>(old: readonly T[], fresh: readonly T[]) => [
    ...old.filter((each) => !procedures.has(each.of)),
    ...fresh,
  ];
  return {
    ...before,
    limits: now.limits,
    unheard: now.unheard,
    standing: named(before.standing, now.standing, statuses),
    common: new Set([...[...before.common].filter((name) => !statuses.has(name)), ...now.common]),
    bands: named(before.bands, now.bands, bands),
    owed: of(before.owed, now.owed),
    running: of(before.running, now.running),
    asked: of(before.asked, now.asked),
  };
}
