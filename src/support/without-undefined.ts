// A record without the properties that are undefined, so that an optional property is either there or not.

export type WithoutUndefined<Shape> = {
  readonly [Key in keyof Shape as undefined extends Shape[Key] ? never : Key]: Shape[Key];
} & { readonly [Key in keyof Shape as undefined extends Shape[Key] ? Key : never]?: Exclude<Shape[Key], undefined> };

export function withoutUndefined<Shape extends object>(shape: Shape): WithoutUndefined<Shape> {
  // A loop, since every node of every tree passes here.
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(shape)) {
    const value = shape[key as keyof Shape];
    if (value !== undefined) kept[key] = value;
  }
  return kept as WithoutUndefined<Shape>;
}
