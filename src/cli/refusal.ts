// Ends a command with a sentence for its user: what was wrong with the request, and what to do instead.
// No fault of ours (that is a Bug) and no finding about a policy (that is a diagnostic).

export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly hint: string;

  /** `hint` is one or more whole sentences, or empty. */
  constructor(message: string, hint = "") {
    super(message);
    this.hint = hint;
  }
}
