// Which marks of the register belong to a set of sessions, as a condition on their code and day: the code set in force on the mark's
// own day decides (S15). What has no mark is not its business.

import type { CodeVersion } from "../../runtime/program.ts";
import type { Day } from "../../school/day.ts";
import { all, any, binary, oneOf, whole } from "./sql.ts";
import type { Expr } from "./sql.ts";

/** The days between which the codes are asked about; both belong. */
export interface Reach {
  readonly from: Day;
  readonly to: Day;
}

/** Stretches of days over which each code means one thing. */
function stretches(codes: readonly CodeVersion[], { from, to }: Reach): readonly Reach[] {
  const starts = new Set([from]);
  for (const version of codes) {
    if (version.from !== undefined && version.from > from && version.from <= to) starts.add(version.from);
    if (version.until !== undefined && version.until >= from && version.until < to) starts.add(version.until + 1);
  }
  const sorted = [...starts].toSorted((a, b) => a - b);
  return sorted.map((start, index) => ({ from: start, to: (sorted[index + 1] ?? to + 1) - 1 }));
}

/** The codes whose version in force over a stretch is asked for. */
function codesIn(codes: readonly CodeVersion[], { from }: Reach, wanted: (version: number) => boolean): Set<string> {
  const seen = new Map<string, number>();
  codes.forEach((version, index) => {
    const inForce =
      (version.from === undefined || version.from <= from) && (version.until === undefined || version.until >= from);
    if (inForce && !seen.has(version.code)) seen.set(version.code, index + 1);
  });
  return new Set([...seen].flatMap(([code, version]) => (wanted(version) ? [code] : [])));
}

/** True of a mark whose code, as it stands on the mark's day, is one of the versions wanted. */
export function hasVersion(
  codes: readonly CodeVersion[],
  reach: Reach,
  wanted: (version: number) => boolean,
  mark: { readonly code: Expr; readonly day: Expr },
): Expr {
  const parts = stretches(codes, reach).map((stretch) => ({ stretch, held: codesIn(codes, stretch, wanted) }));
  const everywhere = [...(parts[0]?.held ?? [])].filter((code) => parts.every(({ held }) => held.has(code)));
  const rest = parts.map(({ stretch, held }) => {
    const own = [...held].filter((code) => !everywhere.includes(code));
    if (own.length === 0) return any();
    return all(
      oneOf(mark.code, own.toSorted()),
      ...(stretch.from === reach.from ? [] : [binary(mark.day, ">=", whole(stretch.from))]),
      ...(stretch.to === reach.to ? [] : [binary(mark.day, "<=", whole(stretch.to))]),
    );
  });
  return any(...(everywhere.length === 0 ? [] : [oneOf(mark.code, everywhere.toSorted())]), ...rest);
}
