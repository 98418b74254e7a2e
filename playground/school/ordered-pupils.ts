// A school's pupils → those somebody looks for, in the order asked for. Attendance is compared exactly, never as it is rounded.

import type { PupilLine } from "../worker/school-protocol.ts";

export interface Order {
  readonly by: "pupil" | "year" | "attendance" | "owed";
  readonly upwards: boolean;
}

export interface Wanted {
  readonly order: Order;
  readonly search: string;
  /** The place of a status that must hold. */
  readonly status: number | undefined;
}

export function orderedPupils(pupils: readonly PupilLine[], { order, search, status }: Wanted): readonly PupilLine[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const compare = COMPARE[order.by];
  return pupils
    .filter((pupil) => status === undefined || pupil.statuses.includes(status))
    .filter(({ id, firstName = "", class: className = "" }) => {
      const text = `${id} ${firstName} ${className}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .toSorted((a, b) => (order.upwards ? compare(a, b) : compare(b, a)) || byId(a, b));
}

function byId(a: PupilLine, b: PupilLine): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Who could attend no session comes after all others. */
function byAttendance(a: PupilLine, b: PupilLine): number {
  if (a.possible === 0 || b.possible === 0) return Number(a.possible === 0) - Number(b.possible === 0);
  return a.attended * b.possible - b.attended * a.possible;
}

const COMPARE: Readonly<Record<Order["by"], (a: PupilLine, b: PupilLine) => number>> = {
  pupil: byId,
  year: (a, b) => a.year - b.year,
  attendance: byAttendance,
  owed: (a, b) => a.owed - b.owed,
};
