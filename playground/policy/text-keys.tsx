// The keys that the text knows, for whoever works without a mouse.

const keys: readonly (readonly [keys: string, what: string])[] = [
  ["Alt with up or down", "raise or lower the number at the cursor"],
  ["Alt with page down or page up", "go to the next number, or the one before"],
  ["F8, Shift and F8", "go to the next problem, or the one before"],
  ["Ctrl and full stop", "go to what would mend the problem at the cursor"],
  ["F1", "say what the word at the cursor is"],
  ["F12, or Ctrl and a press", "go to where the name is declared"],
  ["Shift and F12", "list where the name is used"],
  ["F2", "write another name for it"],
  ["Alt and Enter", "try the example around the cursor"],
  ["Ctrl and U", "take the cursor back to where it was"],
  ["Ctrl and space", "show the words that may stand here"],
  ["Shift, Alt and F", "tidy the lines of the text"],
  ["Ctrl and F", "find words"],
  ["Ctrl and Z, Ctrl and Y", "undo, and do again"],
  ["Tab", "leave the text"],
];

export function TextKeys() {
  return (
    <details class="details text-keys">
      <summary>Keys in the text</summary>
      <dl class="summary-list">
        {keys.map(([pressed, what]) => (
          <div key={pressed}>
            <dt>{pressed}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
