// The text of a policy, and of the layer it may extend, → what its forms are made from; undefined where it is not sound.

import { draft } from "../../src/draft.ts";
import type { Draft, Library } from "../../src/draft.ts";
import { makeSource } from "../../src/source/text.ts";
import { yamlForm } from "../../src/yaml-form.ts";

/** The texts of a policy: its own, and that of the layer it extends, by whatever name it extends it. */
export interface PolicyTexts {
  readonly text: string;
  readonly above?: string;
}

export interface ReadyPolicy {
  readonly model: NonNullable<Draft["model"]>;
  readonly ready: NonNullable<Draft["ready"]>;
}

export function readyPolicy(texts: PolicyTexts): ReadyPolicy | undefined {
  const { model, ready } = draftOf(texts);
  return model === undefined || ready === undefined ? undefined : { model, ready };
}

export function draftOf({ text, above }: PolicyTexts): Draft {
  const upper = above === undefined ? undefined : makeSource("upper.rollcall", above);
  const library: Library = { layer: () => upper, beside: () => undefined, yaml: yamlForm };
  return draft(makeSource("policy.rollcall", text), library);
}
