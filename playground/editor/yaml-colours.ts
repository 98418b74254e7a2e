// Colours for the YAML form: keys, values, comments. They decide nothing; what is wrong in it, the compiler says.

import { StreamLanguage } from "@codemirror/language";
import type { StringStream } from "@codemirror/language";

interface Place {
  /** Behind a key on the same line. */
  value: boolean;
}

export const yamlColours = StreamLanguage.define<Place>({
  name: "policy-yaml",
  startState: () => ({ value: false }),
  token: (stream: StringStream, place) => {
    if (stream.sol()) place.value = false;
    if (stream.eatSpace()) return null;
    if (stream.match(/^#.*/)) return "comment";
    if (stream.match(/^[-?](?=\s)/) || stream.match(/^[[\]{},]/)) return "punctuation";
    if (
      stream.match(/^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?=\s*:)/) ||
      stream.match(/^[A-Za-z0-9_/\\][^:#{}[\],]*(?=:(?:\s|$))/)
    )
      return "keyword";
    if (stream.match(/^:(?=\s|$)/)) {
      place.value = true;
      return "punctuation";
    }
    if (stream.match(/^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/)) return "string";
    if (stream.match(/^£?\d[\d,.:-]*%?/)) return "literal";
    if (stream.match(/^[A-Z][A-Z0-9]*(?:-[A-Z0-9.]+)+/)) return "annotation";
    if (!stream.match(/^[^\s,[\]{}#]+/)) stream.next();
    return null;
  },
});
