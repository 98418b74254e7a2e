// `npm run bench:playground`: the page in a real browser, measured as somebody at a desk would feel it. Each line of what it says
// comes from a measure of its own, in the order of this list.

import { openPlayground } from "../browser.ts";
import type { Playground } from "../browser.ts";
import { measureEditing } from "./measure-editing.ts";
import { measureLoad } from "./measure-load.ts";
import { measureSchool } from "./measure-school.ts";

const measures: readonly ((playground: Playground) => Promise<readonly string[]>)[] = [
  measureLoad,
  (playground) => measureEditing(playground, "hall-green", "step “Stage 1”"),
  (playground) => measureEditing(playground, "celt", "parameter target"),
  measureSchool,
];

const playground = await openPlayground();
try {
  for (const measure of measures) console.log((await measure(playground)).join("\n"));
} finally {
  await playground.close();
}
