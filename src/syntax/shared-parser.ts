// The one parser of the process, made when it is first needed: making it takes a tenth of a second.

import { PolicyParser } from "./parser.ts";

let shared: PolicyParser | undefined;

/** It keeps nothing from one text to the next, and nothing it does waits, so everybody can use the same. */
export function sharedParser(): PolicyParser {
  shared ??= new PolicyParser();
  return shared;
}
