// A tree without its places, so that two trees made from different texts can be compared.

const places = new Set(["span", "edgeSpan"]);

/** As plain data: absent properties and undefined ones look the same. */
export function withoutPlaces(tree: unknown): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value: unknown) => (places.has(key) ? undefined : value)));
}
