// A value that is worked out when it is first asked for. Asked again while it is being worked out, it is undefined:
// a name that leads back to itself has no type of its own, and is reported as a circle elsewhere.

export function lazily<T>(compute: () => T | undefined): () => T | undefined {
  let state: "untouched" | "working" | "known" = "untouched";
  let value: T | undefined;
  return () => {
    if (state === "untouched") {
      state = "working";
      value = compute();
      state = "known";
    }
    return value;
  };
}
