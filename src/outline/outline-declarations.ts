// Statuses, bands, duties, gates and codes as outline entries: what each says, and what it replaced.

import type { Act, Bands, Duty, Model, Named, Status } from "../checker/model.ts";
import { written, writtenCadence } from "../explain/written.ts";
import type { Day } from "../school/day.ts";
import type { Former, OutlineEntry } from "./outline.ts";
import { lockOf, replacedBy } from "./replaced.ts";

/** What the node says, and what each layer above said otherwise. */
function entryOf<N extends Named>(
  node: N & { readonly replaces?: N },
  says: (node: N) => string,
  name = node.name,
): OutlineEntry {
  const own = says(node);
  const { title, origin } = node;
  return {
    name,
    title: title === "" ? name.replaceAll("-", " ") : title,
    says: own,
    layer: origin.layer,
    origin,
    ...lockOf(node),
    history: replacedBy<N>(node)
      .filter((above) => says(above) !== own)
      .map((above): Former => ({ says: says(above), layer: above.origin.layer, origin: above.origin })),
  };
}

export function statusEntries({ statuses }: Model): readonly OutlineEntry[] {
  return [...statuses.values()].map((status) => entryOf(status, statusWords));
}

function statusWords({ rule, origin }: Status): string {
  return rule.kind === "when"
    ? written(rule.condition.span)
    : written(origin.span).replace(/^status \S+ ("[^"]*" )?/, "");
}

export function bandEntries({ bands }: Model): readonly OutlineEntry[] {
  return [...bands.values()].flatMap((table) =>
    table.rows.map((row) => {
      const inTable = (each: Bands): string =>
        each.rows
          .filter(({ title }) => title === row.title)
          .map(({ origin }) => written(origin.span).replace(/^"[^"]*"\s*/, ""))
          .join("; ");
      const entry = entryOf<Bands>(table, inTable, `${table.name} ${row.title}`);
      return {
        ...entry,
        title: `${table.title === "" ? table.name : table.title}: “${row.title}”`,
        origin: row.origin,
      };
    }),
  );
}

export function dutyEntries({ duties }: Model): readonly OutlineEntry[] {
  return [...duties.values()].map((duty) => entryOf(duty, cadenceWords));
}

function cadenceWords(duty: Duty): string {
  return writtenCadence(duty) ?? "unsaid";
}

export function gateEntries({ acts }: Model): readonly OutlineEntry[] {
  const gated = [...acts.values()].filter(
    ({ allowedWhen, replaces }) => allowedWhen.length + (replaces?.allowedWhen.length ?? 0) > 0,
  );
  return gated.map((act) => ({ ...entryOf(act, gateWords), title: act.name.replaceAll("-", " ") }));
}

function gateWords({ allowedWhen }: Act): string {
  return allowedWhen.length === 0
    ? "always"
    : allowedWhen.map(({ condition }) => written(condition.span)).join("; and ");
}

export function codeEntries({ codes }: Model, on: Day): readonly OutlineEntry[] {
  return codes
    .filter(({ from, until }) => (from ?? on) <= on && on <= (until ?? on))
    .map((code) => ({
      ...entryOf(code, ({ category }) => category.replace("-", " ")),
      title: `${code.name} (${code.title})`,
    }));
}
