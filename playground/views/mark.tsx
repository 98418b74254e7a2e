// Our mark: a morning and an afternoon, as a register writes them, over the line they are written on.

export function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#ffffff" />
      <path
        d="M6.5 20.5 L14 7.5 M18 7.5 L25.5 20.5"
        fill="none"
        stroke="#17513b"
        stroke-width="4"
        stroke-linecap="round"
      />
      <path d="M6.5 26 H25.5" fill="none" stroke="#e0a100" stroke-width="3" stroke-linecap="round" />
    </svg>
  );
}
