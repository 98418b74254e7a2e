// What a change comes to, in one sentence for a pupil and one for a school, to stand beside whatever was changed.

import { inReadingOrder, sayTurn, turnOf, TURNS } from "../pupil/difference-words.ts";
import type { SchoolChange, ThingChange } from "../worker/school-protocol.ts";
import type { Difference } from "../worker/what-if-protocol.ts";

/** `For this pupil: newly “Send stage 1 letter”, and 2 things more.` */
export function sayForPupil(differences: readonly Difference[]): string {
  const [first] = inReadingOrder(differences);
  if (first === undefined) return "For this pupil nothing changes.";
  const more = differences.length - 1;
  const rest = more === 0 ? "" : `, and ${counted(more, "thing", "things")} more`;
  const words = turnOf(first) === "otherwise" ? sayTurn(first) : TURNS[turnOf(first)];
  return `For this pupil: ${words.toLowerCase()} “${first.title}”${rest}.`;
}

/** What is certain comes first; where nothing is, it is said that somebody must decide. */
export function sayForSchool({ touched, pupils, things }: SchoolChange): string {
  if (touched === 0) return `Of ${counted(pupils, "pupil", "pupils")} none is treated otherwise.`;
  const most = (kind: ThingChange["kind"]): ThingChange | undefined =>
    things
      .filter((thing) => thing.kind === kind)
      .reduce<ThingChange | undefined>(
        (one, other) => (one === undefined || size(other) > size(one) ? other : one),
        undefined,
      );
  const [duty, question] = [most("duty"), most("question")];
  const whom = `Of ${counted(pupils, "pupil", "pupils")}, ${number(touched)} ${touched === 1 ? "is" : "are"} treated otherwise`;
  if (duty !== undefined) return `${whom}: ${sayMoves(duty)} “${duty.title}”.`;
  if (question !== undefined) return `${whom}. No letter or other task is certain: ${sayAsked(question)}`;
  const [other] = things;
  return `${whom}. Nobody has to do anything else${other === undefined ? "" : `: ${sayMoves(other)} “${other.title}”`}.`;
}

function sayAsked({ title, newly, noLonger }: ThingChange): string {
  const more =
    newly.length === 0 ? [] : [`for ${counted(newly.length, "pupil", "pupils")} more it must first be decided`];
  const fewer =
    noLonger.length === 0 ? [] : [`for ${counted(noLonger.length, "pupil", "pupils")} it need not be decided any more`];
  return `${[...more, ...fewer].join(", ")}: “${title}”${title.endsWith("?") ? "" : "."}`;
}

/** `12 newly, 3 no longer` */
function sayMoves({ newly, noLonger }: ThingChange): string {
  return [
    ...(newly.length === 0 ? [] : [`${number(newly.length)} newly`]),
    ...(noLonger.length === 0 ? [] : [`${number(noLonger.length)} no longer`]),
  ].join(", ");
}

function size({ newly, noLonger }: ThingChange): number {
  return newly.length + noLonger.length;
}

function counted(count: number, one: string, many: string): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

function number(count: number): string {
  return count.toLocaleString("en-GB");
}
