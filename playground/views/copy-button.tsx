// A button that copies a text, and says whether it did. Where the browser does not let a page copy, the text is chosen instead, so
// that one key copies it.

import { useSignal } from "@preact/signals";

export function CopyButton(props: {
  readonly text: () => string | Promise<string>;
  /** What is copied, for the button and the message: `the link`. */
  readonly what: string;
  /** Where the same text stands on the page, to be chosen where copying is refused. */
  readonly shownIn?: string;
  readonly primary?: boolean;
}) {
  const said = useSignal("");
  const copy = async (): Promise<void> => {
    const text = await props.text();
    // A page that was opened from a disk has no clipboard in some browsers.
    const { clipboard } = navigator as { readonly clipboard?: Clipboard };
    const copied =
      clipboard !== undefined &&
      (await clipboard.writeText(text).then(
        () => true,
        () => false,
      ));
    if (copied) said.value = `Copied ${props.what}.`;
    else {
      choose(props.shownIn);
      said.value = `This browser does not let the page copy. ${props.shownIn === undefined ? "Choose the text and press Ctrl and C." : "The text is chosen: press Ctrl and C."}`;
    }
  };
  return (
    <>
      <button type="button" class={`button${props.primary === true ? " primary" : ""}`} onClick={() => void copy()}>
        Copy {props.what}
      </button>
      <span class="status" role="status">
        {said.value}
      </span>
    </>
  );
}

function choose(id: string | undefined): void {
  const place = id === undefined ? null : document.getElementById(id);
  if (place instanceof HTMLInputElement || place instanceof HTMLTextAreaElement) {
    place.focus();
    place.select();
  } else if (place !== null) {
    getSelection()?.selectAllChildren(place);
  }
}
