// A fault of ours, never of an author: thrown, so that it cannot be mistaken for something a policy did wrong.
// It knows nothing of policies; the command line turns it into a request for a report.

export class Bug extends Error {
  override readonly name = "Bug";
}
