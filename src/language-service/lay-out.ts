// A policy's text in either form → the same policy in the one layout there is, comments kept; or what keeps it from being read.

import { hasErrors } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceText } from "../source/text.ts";
import { parsePolicy } from "../syntax/parse.ts";
import { printPolicy } from "../syntax/print.ts";
import { parseYamlPolicy } from "../yaml/parse-yaml.ts";
import { toYaml } from "../yaml/print-yaml.ts";

/** A text of which something cannot be read stays as it is: laying it out would lose that. */
export function layOutPolicy(
  source: SourceText,
): { readonly text: string } | { readonly faults: readonly Diagnostic[] } {
  const yaml = source.name.endsWith(".yaml");
  const { policy, diagnostics } = yaml ? parseYamlPolicy(source) : parsePolicy(source);
  if (policy === undefined || hasErrors(diagnostics)) return { faults: diagnostics };
  return { text: yaml ? toYaml(policy, schemaNamed(source)) : printPolicy(policy) };
}

/** The line by which editors find the schema is theirs, and stays as it is. */
function schemaNamed({ text }: SourceText): string | undefined {
  return /^#\s*yaml-language-server:\s*\$schema=(\S+)/.exec(text)?.[1];
}
