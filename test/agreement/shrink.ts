// A case in which a form differs → a small one in which it still does: fewer facts, then less of the policy, then a plainer calendar,
// for as long as anything can be left out.

import type { PupilRecord } from "../../src/school/record.ts";
import { withoutBlocks } from "./shrink-text.ts";
import { differenceOf } from "./try-policy.ts";
import type { Case, Mismatch } from "./try-policy.ts";

/** However much is left, it is told after this long, in milliseconds. */
const PATIENCE = 90_000;

export async function shrink(mismatch: Mismatch): Promise<Mismatch> {
  const until = Date.now() + PATIENCE;
  const kind = kindOf(mismatch.difference);
  let small = mismatch;
  /** Takes the smaller case if the form differs in it too. */
  const take = async (smaller: Case): Promise<boolean> => {
    if (Date.now() > until) return false;
    const difference = await differenceOf(smaller, mismatch.form);
    if (difference === undefined || kindOf(difference) !== kind) return false;
    small = { ...small, ...smaller, difference };
    return true;
  };
  for (let again = true; again && Date.now() < until;) {
    again = false;
    for (const pass of [fewerFacts, lessPolicy, plainerCalendar]) {
      if (await pass(() => small, take)) again = true;
    }
  }
  return small;
}

/** What differs, and not how: a case must not slip from one fault into another while it grows smaller. */
function kindOf(difference: string): string {
  const head = difference.startsWith("thrown") ? difference : (/^[^|]*?: |^[^|]*\||^.*/.exec(difference)?.[0] ?? "");
  return head.replaceAll(/-?\d+(?:-[a-z])?|"[^"]*"/g, "");
}

type Take = (smaller: Case) => Promise<boolean>;
type Pass = (now: () => Case, take: Take) => Promise<boolean>;

const FACTS = ["marks", "arrivals", "log"] as const;

const fewerFacts: Pass = async (now, take) => {
  let better = false;
  for (const kind of FACTS) {
    const put = async (list: PupilRecord[typeof kind]): Promise<boolean> =>
      take({ ...now(), record: { ...now().record, [kind]: list } });
    if (await fewest<unknown>(now().record[kind], (list) => put(list as PupilRecord[typeof kind]))) better = true;
  }
  const pupil = (change: Partial<PupilRecord["pupil"]>) => async (): Promise<boolean> =>
    take({ ...now(), record: { ...now().record, pupil: { ...now().record.pupil, ...change } } });
  if (now().record.pupil.flags.length > 0 && (await pupil({ flags: [] })())) better = true;
  if (now().record.pupil.parents.length > 0 && (await pupil({ parents: [] })())) better = true;
  if (Object.keys(now().record.pupil.attributes).length > 0 && (await pupil({ attributes: {} })())) better = true;
  return better;
};

/** Leaves out halves, quarters and so on down to single entries. */
async function fewest<T>(list: readonly T[], put: (list: readonly T[]) => Promise<boolean>): Promise<boolean> {
  let [left, better] = [list, false];
  for (
    let size = Math.ceil(left.length / 2);
    size >= 1 && left.length > 0;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let from = 0; from < left.length;) {
      const without = [...left.slice(0, from), ...left.slice(from + size)];
      if (await put(without)) [left, better] = [without, true];
      else from += size;
    }
  }
  return better;
}

const lessPolicy: Pass = async (now, take) => {
  let better = false;
  for (const part of ["text", "above"] as const) {
    for (let place = 0; ;) {
      const text = now().policy[part];
      if (text === undefined) break;
      const shorter = withoutBlocks(text)[place];
      if (shorter === undefined) break;
      if (await take({ ...now(), policy: { ...now().policy, [part]: shorter } })) better = true;
      else place++;
    }
  }
  return better;
};

const plainerCalendar: Pass = async (now, take) => {
  let better = false;
  for (const kind of ["closed", "oneSession", "bankHolidays", "inset"] as const) {
    if (now().plan[kind].length === 0) continue;
    if (await take({ ...now(), plan: { ...now().plan, [kind]: [] } })) better = true;
  }
  const { years } = now().plan;
  if (years.length > 1) {
    for (const kept of [years.slice(1), years.slice(0, -1)])
      if (now().plan.years === years && (await take({ ...now(), plan: { ...now().plan, years: kept } }))) better = true;
  }
  return better;
};
