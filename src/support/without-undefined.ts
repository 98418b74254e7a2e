// A record without the properties that are undefined, so that an optional property is either there or not.

export type WithoutUndefined<Shape> = {
  readonly [Key in keyof Shape as undefined extends Shape[Key] ? never : Key]: Shape[Key];
} & { readonly [Key in keyof Shape as undefined extends Shape[Key] ? Key : never]?: Exclude<Shape[Key], undefined> };

export function withoutUndefined<Shape extends object>(shape: Shape): WithoutUndefined<Shape> {
  return Object.fromEntries(
    Object.entries(shape).filter(([, value]) => value !== undefined),
  ) as WithoutUndefined<Shape>;
}
