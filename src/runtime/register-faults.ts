// A register, or an outcome to be filled again, as a program hands it over → what of it is none, in words. Looks at how it is laid
// out and at which codes its bytes stand for, never at each byte: that would take as long as deciding.

import { foundWords, shouldBe } from "../school/check-parts.ts";
import type { BatchShape, PackedOutcome } from "./packed-outcome.ts";
import { strideOf } from "./packed-register.ts";
import type { PackedRegister } from "./packed-register.ts";
import type { CodeVersion, Program } from "./program.ts";

/** @throws RangeError where it is no register, or one that was packed for a policy of other codes. */
export function refuseRegister(register: PackedRegister, { codes }: Pick<Program, "codes">): void {
  const fault = faultOfRegister(register, codes);
  if (fault !== undefined) throw new RangeError(fault);
}

/** @throws RangeError where it is no outcome of this shape. */
export function refuseOutcome(out: PackedOutcome, shape: BatchShape): void {
  const { count, statuses, bands, measures, procedures }: Partial<PackedOutcome> =
    typeof out === "object" && out !== null ? out : {};
  const steps = shape.procedures.flatMap(({ name, steps: names }) =>
    names.flatMap((step) => {
      const { opened, due } = procedures?.[name]?.steps[step] ?? {};
      return [opened, due];
    }),
  );
  const columns: readonly (ArrayLike<number> | undefined)[] = [
    ...shape.statuses.map((name) => statuses?.[name]),
    ...shape.bands.map((name) => bands?.[name]),
    ...shape.measures.flatMap((name) => [measures?.[name]?.n, measures?.[name]?.d]),
    ...shape.procedures.flatMap(({ name }) => [procedures?.[name]?.started, procedures?.[name]?.ended]),
    ...steps,
  ];
  if (count === undefined || columns.some((column) => column?.length !== count))
    throw new RangeError("`out` is no outcome of this policy: give one that `decideAll` gave, or leave it out");
}

function faultOfRegister(register: PackedRegister, codes: readonly CodeVersion[]): string | undefined {
  if (typeof register !== "object" || register === null || typeof register.calendar?.schoolDayIndex !== "function")
    return "this is no register: `packSchool` gives one, which neither JSON nor a message to another thread can carry";
  const { count, ids, stride, calendar, flagsFrom } = register;
  if (!Array.isArray(ids) || ids.length !== count)
    return shouldBe("register.ids.", "a list with the id of each pupil, as many as `register.count` says", ids);
  if (stride !== strideOf(calendar))
    return shouldBe("register.stride.", `${strideOf(calendar)}, as its calendar has it`, stride);
  const flags = flagsFrom?.[count] ?? 0;
  for (const [name, kind, length] of columnsOf(count, stride, flags)) {
    const column: unknown = register[name];
    const wanted = `a JavaScript ${kind}`;
    if (foundWords(column) !== wanted) return shouldBe(`register.${name}.`, wanted, column);
    const { length: found } = column as ArrayLike<number>;
    if (found !== length) return `register.${name} should have ${length} places, and it has ${found}`;
  }
  if (!Array.isArray(register.flagNames)) return shouldBe("register.flagNames.", "a list", register.flagNames);
  return isSameCodes(register.codes, codes)
    ? undefined
    : "this register was packed for a policy of other codes, so its bytes mean something else here: pack it with this policy's `packSchool`";
}

type Column = Exclude<keyof PackedRegister, "calendar" | "codes" | "count" | "ids" | "stride" | "flagNames">;

function columnsOf(
  count: number,
  stride: number,
  flags: number,
): readonly (readonly [name: Column, kind: string, length: number])[] {
  return [
    ["slots", "Uint8Array", count * stride],
    ["firstMark", "Int32Array", count],
    ["onRollFrom", "Int32Array", count],
    ["onRollTo", "Int32Array", count],
    ["year", "Int16Array", count],
    ["born", "Int32Array", count],
    ["flagsFrom", "Uint32Array", count + 1],
    ["flag", "Uint16Array", flags],
    ["flagFrom", "Int32Array", flags],
    ["flagUntil", "Int32Array", flags],
  ];
}

function isSameCodes(some: readonly CodeVersion[], others: readonly CodeVersion[]): boolean {
  if (some === others) return true;
  if (!Array.isArray(some) || some.length !== others.length) return false;
  return others.every(({ code, from, until }, at) => {
    const other = some[at];
    return other?.code === code && other.from === from && other.until === until;
  });
}
