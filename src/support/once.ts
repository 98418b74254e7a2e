// A value worked out when it is first asked for, and then kept.

export function once<T extends object>(make: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= make());
}
