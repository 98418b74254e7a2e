// What comes to a pupil and not to others, as a list: letters and other duties, questions with what each answer would bring, and
// what holds.

import type { ComponentChildren } from "preact";
import type { Difference, IfAnswered } from "../worker/what-if-protocol.ts";
import { inReadingOrder, isPast, keyOf, saySide } from "./difference-words.ts";

/** Told at once; the others stand folded. */
const SHOWN = 5;

interface Given {
  readonly differences: readonly Difference[];
  /** What answers a question where it is told, by the question's id. */
  readonly decide?: (id: string) => ComponentChildren;
}

export function WhatDiffers({ differences, ...rest }: Given) {
  const ordered = inReadingOrder(differences);
  const [past, now] = [ordered.filter(isOver), ordered.filter((each) => !isOver(each))];
  return (
    <>
      {now.length === 0 ? null : <Items {...rest} differences={now.slice(0, SHOWN)} />}
      {now.length <= SHOWN ? null : (
        <details>
          <summary>{now.length - SHOWN} more</summary>
          <Items {...rest} differences={now.slice(SHOWN)} />
        </details>
      )}
      {past.length === 0 ? null : (
        <details>
          <summary>And what is done or not needed any more ({past.length})</summary>
          <Items {...rest} differences={past} />
        </details>
      )}
    </>
  );
}

function isOver(difference: Difference): boolean {
  return difference.kind === "owed" && isPast(difference.after);
}

function Items({ differences, decide }: Given) {
  return (
    <ul class="what-differs">
      {differences.map((difference) => (
        <li key={keyOf(difference)}>
          {difference.kind === "status" ? <span class="since">Counts as </span> : null}
          <strong>
            {difference.kind === "band" ? `${difference.title}: ${difference.after ?? ""}` : difference.title}
          </strong>{" "}
          {difference.kind === "band" || difference.kind === "status" ? null : (
            <span class="since">{saySide(difference, "after")}</span>
          )}
          {difference.kind === "owed" && difference.more > 0 ? (
            <span class="since"> and {difference.more} more like it</span>
          ) : null}
          {difference.kind === "question" ? (
            <>
              <Answers answers={difference.answers} />
              {decide === undefined ? null : <div class="buttons">{decide(difference.id)}</div>}
            </>
          ) : null}
          {difference.reasons.after === undefined ? null : (
            <details class="small">
              <summary>
                Why<span class="unseen">: {difference.title}</span>
              </summary>
              <p>{difference.reasons.after}</p>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What each answer would bring; an answer that brings nothing is not told. */
export function Answers({ answers }: { readonly answers: readonly IfAnswered[] }) {
  if (answers.length === 0) return null;
  return (
    <ul class="if-answered">
      {answers.map(({ answer, opens }) => (
        <li key={answer}>
          If {answer.replaceAll("-", " ")}: <strong>{opens.join("; ")}</strong>
        </li>
      ))}
    </ul>
  );
}
