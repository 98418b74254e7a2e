// Messages that no policy meets, so that these tests do not change when a room rewords its own.

import { defineMessages } from "../../src/diagnostics/template.ts";

export const messages = defineMessages({
  "role-unheard-of": {
    severity: "error",
    home: "does-not-make-sense",
    message: 'Nobody at this school is called "{name}".',
    hint: "{suggestion}",
  },
  "target-out-of-reach": {
    severity: "warning",
    home: "unwise-or-unlawful",
    message: "A target of {target} leaves room for {sessions} missed sessions.",
    hint: "Lower the target, or say in a note why it is so high.",
  },
  "clause-not-cited": {
    severity: "advice",
    home: "unwise-or-unlawful",
    message: "This line cites no clause.",
    hint: "",
  },
});
