// How the editor looks: the page's own colours, whose custom properties reach into the shadow root. Its measures are those of the
// plain text that stands in its place before it is loaded (look/policy.css), so that nothing jumps.

import { EditorView } from "@codemirror/view";

export const theme = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--paper)", fontSize: "0.875rem", height: "100%" },
  "&.cm-focused": { outline: "3px solid var(--focus)", outlineOffset: "-3px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.5", overflow: "auto" },
  ".cm-content": { caretColor: "var(--ink)", padding: "0.25rem 0" },
  ".cm-line": { padding: "0 0.5rem 0 0.375rem" },
  ".cm-cursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "color-mix(in srgb, var(--link) 25%, transparent)",
  },
  ".cm-gutters": {
    backgroundColor: "var(--sheet)",
    color: "var(--faint)",
    borderRight: "1px solid var(--line)",
  },
  ".cm-gutter-lint": { width: "1rem" },
  ".cm-gutter-lint .cm-gutterElement": { padding: "0.2rem 0.1rem" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "3rem", padding: "0 0.25rem", boxSizing: "border-box" },
  ".cm-foldGutter .cm-gutterElement": { width: "1rem", cursor: "pointer", padding: "0" },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--lit) 30%, transparent)" },
  ".cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--lit) 60%, transparent)", color: "var(--ink)" },
  ".lit-line, .lit-line.cm-activeLine": { backgroundColor: "var(--lit)" },
  ".cm-foldPlaceholder": {
    backgroundColor: "var(--tint)",
    color: "var(--ink)",
    border: "1px solid var(--line-strong)",
    padding: "0 0.375rem",
  },
  ".cm-searchMatch": { backgroundColor: "color-mix(in srgb, var(--warning) 30%, transparent)" },
  ".cm-searchMatch-selected": { backgroundColor: "color-mix(in srgb, var(--warning) 55%, transparent)" },

  // Figures that can be turned.
  ".cm-figure": {
    // A finger's direction counts only for what is no plain inline.
    display: "inline-block",
    cursor: "ew-resize",
    touchAction: "pan-y",
    textDecoration: "underline dotted 2px var(--line-strong)",
    textUnderlineOffset: "3px",
    borderRadius: "2px",
  },
  ".cm-figure:hover": { backgroundColor: "var(--tint)", textDecorationColor: "var(--code-value)" },
  ".cm-figure.fixed": { cursor: "not-allowed", textDecoration: "underline solid 1px var(--line-strong)" },

  // Everything that opens beside the text.
  ".cm-tooltip": {
    backgroundColor: "var(--paper)",
    color: "var(--ink)",
    border: "1px solid var(--line-strong)",
    borderRadius: "var(--round)",
    boxShadow: "0 2px 10px var(--shade)",
    maxWidth: "min(30rem, calc(100vw - 2rem))",
    zIndex: "8",
  },
  ".cm-tooltip .told, .cm-tooltip.told": { padding: "0.5rem 0.75rem", font: "0.875rem/1.45 var(--sans)" },
  ".told strong": { display: "block", overflowWrap: "anywhere" },
  ".told p": { margin: "0.25rem 0 0", overflowWrap: "anywhere" },
  ".told.beyond strong": { color: "var(--error)" },
  ".told .wrong": { color: "var(--error)", fontWeight: "700" },
  ".told .wrong:empty": { display: "none" },
  ".told .value": { fontSize: "1.125rem", fontVariantNumeric: "tabular-nums" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", maxHeight: "16rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.1875rem 0.5rem", lineHeight: "1.375rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: "var(--action)",
    color: "#ffffff",
  },
  ".cm-completionDetail": { fontFamily: "var(--sans)", fontStyle: "normal", opacity: "0.85" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
  ".cm-diagnostic": { font: "0.875rem/1.45 var(--sans)", padding: "0.375rem 0.75rem", whiteSpace: "pre-wrap" },
  ".cm-diagnostic-error": { borderLeft: "5px solid var(--error)" },
  ".cm-diagnostic-warning": { borderLeft: "5px solid var(--warning)" },
  ".cm-diagnostic-info": { borderLeft: "5px solid var(--link)" },
  ".cm-diagnosticAction": {
    backgroundColor: "var(--action)",
    color: "#ffffff",
    font: "inherit",
    padding: "0.25rem 0.625rem",
    margin: "0.375rem 0.375rem 0 0",
    borderRadius: "var(--round)",
    cursor: "pointer",
  },
  ".cm-lintRange-info": { backgroundImage: "none", borderBottom: "1px dotted var(--link)" },
  ".cm-lintRange-active": { backgroundColor: "transparent" },
  ".cm-lintPoint:after": { borderBottomColor: "var(--error)" },

  // The search panel.
  ".cm-panels": { backgroundColor: "var(--sheet)", color: "var(--ink)", borderColor: "var(--line)" },
  ".cm-panel.cm-search": {
    font: "0.875rem/1.5 var(--sans)",
    padding: "0.5rem 2.25rem 0.5rem 0.5rem",
    display: "flex",
    flexWrap: "wrap",
    gap: "0.375rem",
    alignItems: "center",
  },
  ".cm-panel.cm-search br": { flexBasis: "100%", height: "0", content: "''" },
  ".cm-panel.cm-search input, .cm-panel.cm-search button": { margin: "0", font: "inherit" },
  ".cm-panel.cm-search label": { fontSize: "inherit", display: "inline-flex", gap: "0.25rem", alignItems: "center" },
  ".cm-textfield": {
    backgroundColor: "var(--paper)",
    color: "var(--ink)",
    border: "2px solid var(--ink)",
    minHeight: "2rem",
    padding: "0 0.5rem",
  },
  ".cm-button": {
    backgroundImage: "none",
    backgroundColor: "var(--paper)",
    color: "var(--ink)",
    border: "1px solid var(--line-strong)",
    borderRadius: "var(--round)",
    minHeight: "2rem",
    cursor: "pointer",
  },
  ".cm-panel.cm-search [name=close]": { font: "1.25rem/1 var(--sans)", minWidth: "1.75rem", minHeight: "1.75rem" },
  "input:focus-visible, button:focus-visible": {
    outline: "3px solid var(--focus)",
    boxShadow: "0 0 0 5px var(--focus-ink)",
  },
});
