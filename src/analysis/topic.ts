// What a name is about, apart from whose it is and how it is inflected: `school-persistent-absence` and `persistently-absent`
// are about one thing. A rough likeness, good enough to ask a question with and never enough to decide by.

/** Words that say whose a thing is, or how it is told, and not what it is. */
const idleWords: ReadonlySet<string> = new Set(
  "a an and as at by for from in is of on or our own policy pupil pupils school schools the this to with".split(" "),
);

/** Words that make another thing of what they stand beside: a pupil at risk of persistent absence is not persistently absent. */
const turningWords: readonly string[] = [
  "risk",
  "near",
  "nearly",
  "almost",
  "heading",
  "towards",
  "likely",
  "not",
  "before",
  "after",
];

const stemLength = 5;

/** The stems of the words that count, and the numbers: stage 1 is not stage 2. */
export function topicOf(name: string): ReadonlySet<string> {
  const words = name.toLowerCase().match(/[a-z]+|\d+/g) ?? [];
  return new Set(words.filter((word) => !idleWords.has(word)).map(stemOf));
}

/** Whether the first is about the second, perhaps with words around it that do not turn it into something else. */
export function speaksOf(topic: ReadonlySet<string>, about: ReadonlySet<string>): boolean {
  if (about.size === 0 || ![...about].every((stem) => topic.has(stem))) return false;
  return !turningWords.some((word) => topic.has(stemOf(word)) && !about.has(stemOf(word)));
}

function stemOf(word: string): string {
  return word.slice(0, stemLength);
}

/** Whether two names are about the very same, word for word. */
export function isSameTopic(first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  return first.size > 0 && first.size === second.size && [...first].every((stem) => second.has(stem));
}
