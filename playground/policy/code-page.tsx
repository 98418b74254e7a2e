// The page of a finding's code, written in a little Markdown → elements. Only what those pages use is known; nothing of it is ever
// taken for HTML.

import { blocksOf, pieces } from "./page-blocks.ts";
import type { Block } from "./page-blocks.ts";

export function CodePage({ page }: { readonly page: string }) {
  return (
    <div class="code-page">
      {blocksOf(page).map((block, index) => (
        <Shown key={index} block={block} />
      ))}
    </div>
  );
}

function Shown({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case "heading":
      return <p class="code-page-heading">{block.text}</p>;
    case "code":
      return <pre class="listing wraps">{block.text}</pre>;
    case "quote":
      return (
        <blockquote>
          <Words text={block.text} />
        </blockquote>
      );
    case "list":
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>
              <Words text={item} />
            </li>
          ))}
        </ul>
      );
    case "paragraph":
      return (
        <p>
          <Words text={block.text} />
        </p>
      );
  }
}

/** Words in backquotes are the policy's own. */
export function Words({ text }: { readonly text: string }) {
  return <>{pieces(text).map((piece, index) => (piece.code ? <code key={index}>{piece.text}</code> : piece.text))}</>;
}
