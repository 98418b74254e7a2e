// What somebody handed over with the address or inside a saved page: read, told, and put in place of what is open. Work in
// progress is never replaced without a word.

import { batch, effect, signal } from "@preact/signals";
import { ofStore } from "../state/store.ts";
import type { Store } from "../state/store.ts";
import { shelfTitles } from "../texts/titles.ts";
import type { PolicyText } from "../worker/protocol.ts";
import type { Handed } from "./handed.ts";
import { shelvedText } from "./shelved.ts";
import { differenceOf, sayDifference } from "./text-difference.ts";

/** A link that was followed, or the page's own file, in which it was saved. */
export type From = "link" | "page";

/** What is told about it above the views. */
export type Notice = { readonly from: From } & (
  | { readonly kind: "refused"; readonly why: string }
  | { readonly kind: "asks"; readonly what: string; readonly open: () => void }
  | { readonly kind: "opened"; readonly what: string }
);

interface Opening {
  readonly policy: PolicyText;
  /** The text of that name that comes with the page. */
  readonly shelved: PolicyText | undefined;
  readonly handed: Handed;
}

export const handedState = ofStore((store) => {
  const notice = signal<Notice | undefined>(undefined);
  const put = ({ policy, shelved, handed }: Opening): void =>
    batch(() => {
      store.opened.value = shelved ?? policy;
      store.policy.value = policy;
      store.readings.value = handed.readings;
      store.asOf.value = handed.asOf;
      store.about.value = undefined;
      if (handed.pupil !== undefined) store.change(handed.pupil, "The pupil of a link");
    });
  return {
    notice,
    /** Opens what was packed, or asks first; `begins` where nothing is open yet. True once a policy is or was open. */
    receive: async (packed: string, from: From, begins: boolean): Promise<boolean> => {
      const { unpack } = await import("./handed.ts");
      const read = await unpack(packed);
      if (read.kind === "refused") {
        notice.value = { ...read, from };
        return false;
      }
      const opening = await openingOf(store, read.handed);
      if (typeof opening === "string") {
        notice.value = { from, kind: "refused", why: opening };
        return false;
      }
      const what = describe(opening);
      if (begins || !inProgress(store, opening)) {
        put(opening);
        notice.value = { from, kind: "opened", what };
      } else {
        notice.value = {
          from,
          kind: "asks",
          what,
          open: () => {
            put(opening);
            notice.value = { from, kind: "opened", what };
          },
        };
      }
      return true;
    },
  };
});

/** The policy it speaks of; words, where there is none. */
async function openingOf(store: Store, handed: Handed): Promise<Opening | string> {
  const { name, text } = handed.policy;
  const shelved = await shelvedText(store, name);
  if (text !== undefined) return { policy: { name, text }, shelved, handed };
  if (shelved === undefined) return "It speaks of a policy that does not come with this version of the page.";
  return { policy: shelved, shelved, handed };
}

/** Something of the person's own would be lost. */
function inProgress(store: Store, { policy, handed }: Opening): boolean {
  const [now, first] = [store.policy.value, store.opened.value];
  const edited = now !== undefined && now.text !== first?.text && now.text !== policy.text;
  return edited || (handed.pupil !== undefined && store.canUndo.value);
}

function describe({ policy, shelved, handed }: Opening): string {
  const folder = policy.name.split("/")[0] ?? "";
  const name = shelfTitles.find((each) => each.name === folder)?.title ?? folder;
  const difference = shelved === undefined ? undefined : differenceOf(shelved.text, policy.text);
  const whose =
    shelved === undefined
      ? `the policy “${name}”, which does not come with this page`
      : difference === undefined
        ? `the policy “${name}” as it comes with this page`
        : `the policy “${name}”, not as it comes with this page: ${sayDifference(difference)}`;
  const pupil = handed.pupil === undefined ? "" : " It also holds a pupil, with marks and records.";
  return `It holds ${whose}.${pupil}`;
}

/** Follows the address for as long as the page is open. What was read is taken out of the address, where others could see it. */
export function followAddress(store: Store): void {
  effect(() => {
    const { handed } = store.place.value;
    if (handed === undefined) return;
    const begins = store.policy.peek() === undefined;
    store.dropHanded();
    store.guard(
      handedState(store)
        .receive(handed, "link", begins)
        .then((opened) => {
          if (!opened && store.policy.peek() === undefined) store.openPolicy("hall-green");
        }),
    );
  });
}
