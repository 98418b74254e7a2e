// The findings that no school may set aside, because what they find is against the law whatever the school has decided.

/** By code. All other findings are about what is unwise, unclear or out of date, and may be lived with for a time. */
export const unacceptable: ReadonlySet<string> = new Set([
  "code-withdrawn",
  "penalty-amount-differs",
  "register-missing",
  "register-open-too-long",
  "removal-too-early",
  "right-made-discretion",
]);
