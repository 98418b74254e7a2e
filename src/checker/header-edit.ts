// A line for the head of a policy, such as `extends england`, and where it is written: above its other headers, in either form.

import type { Edit } from "../diagnostics/diagnostic.ts";
import { pointSpan } from "../source/text.ts";
import type * as Ast from "../syntax/ast.ts";

/** Undefined for a YAML head that has no other keys than a name and a title: where it ends its tree does not say. */
export function headerEdit(
  policy: Ast.Policy,
  header: { readonly text: string; readonly yaml: string },
): Edit | undefined {
  const { source } = policy.span;
  const isYaml = source.name.endsWith(".yaml");
  const at = policy.headers[0]?.span.from;
  if (at === undefined)
    return isYaml ? undefined : { span: pointSpan(source, policy.title.span.to), text: `\n${header.text}` };
  const before = source.text.slice(0, at);
  const indent = /[ \t]*$/.exec(before)?.[0] ?? "";
  const ownLine = /(?:^|[\r\n])[ \t]*$/.test(before);
  const span = pointSpan(source, at);
  if (!isYaml) return { span, text: `${header.text}\n${indent}` };
  // The keys of a head may stand in braces on one line.
  return { span, text: `${header.yaml}${ownLine ? `\n${indent}` : ", "}` };
}
