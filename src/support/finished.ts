// Work in steps, each of which yields how much is done → its result, for whoever wants nothing in between.

/** Work that yields how much of it is done, so that whoever asked can say so, or stop. */
export type Steps<T> = Generator<number, T, void>;

export function finished<T>(steps: Steps<T>, told?: (done: number) => void): T {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    told?.(step.value);
  }
}
