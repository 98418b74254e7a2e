// What a name is about, apart from whose it is and how it is inflected: `school-persistent-absence` and `persistently-absent`
// are about one thing. A rough likeness, good enough to ask a question with and never enough to decide by.

/** Words that say whose a thing is, or how it is told, and not what it is. */
const idleWords: ReadonlySet<string> = new Set([
  ..."a an and as at by for from in is of on or our own policy policys pupil pupils school schools the this to with".split(
    " ",
  ),
  ..."defined definition figure here label limit meaning rule sense stated threshold treated trust".split(" "),
]);

const stemLength = 5;

/** The stems of the words that count. */
export function topicOf(name: string): ReadonlySet<string> {
  const words = name.toLowerCase().match(/[a-z]+/g) ?? [];
  return new Set(words.filter((word) => !idleWords.has(word)).map((word) => word.slice(0, stemLength)));
}

/** Whether two names are about the same thing; two empty topics are about nothing. */
export function isSameTopic(first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  return first.size > 0 && first.size === second.size && [...first].every((stem) => second.has(stem));
}
