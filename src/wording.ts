// The light door: what a page needs to wrap its words, to guess a slip of the keys and to keep an answer, without loading the
// compiler.

export { closestName, suggestName } from "./diagnostics/did-you-mean.ts";
export { compareText } from "./support/compare-text.ts";
export { inMarkdown } from "./support/in-markdown.ts";
export { once } from "./support/once.ts";
export { plainName } from "./support/plain-name.ts";
export { remember } from "./support/remember.ts";
export { wordList } from "./support/word-list.ts";
export { TOGETHER, wrap } from "./support/wrap.ts";

export { changedStretch } from "./language-service/changed-stretch.ts";
export type { Change } from "./language-service/changed-stretch.ts";
export { orderOfFigure, stepped } from "./language-service/figures.ts";
export type { FigureKind } from "./language-service/figures.ts";
export { formatDay, parseDay } from "./school/day.ts";
export { dayOf, formatTime, momentOf, parseMoment, secondOf, SECONDS_IN_DAY, startOfDay } from "./school/moment.ts";
export { sayNoSuchDay } from "./school/no-such-day.ts";
export { sayDay, sayMoment, upperFirst } from "./explain/say.ts";
export { yearGroupWords } from "./letters/say-in-letter.ts";
export { writeCsv } from "./data/write-csv.ts";
