// Acts: kinds of things people do and write down → what each records, who does it, and when it is allowed at all.

import { remember } from "../support/remember.ts";
import type * as Ast from "../syntax/ast.ts";
import { fieldTypeFrom, fieldTypeNames, sayingOf } from "./act-names.ts";
import { checkCondition } from "./check-conditions.ts";
import { checkRoles } from "./check-roles.ts";
import { nameMessages } from "./diagnostics.ts";
import type * as Model from "./model.ts";
import { namedOf } from "./named.ts";
import type { Names } from "./names.ts";
import { about, originOf } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { reportUnknownName } from "./unknown-names.ts";

export function checkActDeclaration(outer: Scope, act: Ast.Act): Model.Act {
  const scope = about(outer, act.name.text, `the act \`${act.name.text}\``, act);
  const inside: Scope = { ...scope, anchor: { kind: "act", act: act.name.text } };
  const allowedWhen = act.allowedWhen.map((allowed) => {
    const condition = checkCondition(inside, allowed.condition);
    return condition === undefined ? undefined : { condition, origin: originOf(scope, allowed) };
  });
  reportSharedSaying(scope, act);
  return {
    ...namedOf(scope, act),
    saying: sayingOf(act),
    fields: act.recording.map((field) => checkField(scope, act, field)),
    by: checkRoles(scope, act.by),
    allowedWhen: allowedWhen.filter((allowed) => allowed !== undefined),
  };
}

/** Whoever reads a field by its name must know what it holds, whichever act recorded it. */
function checkField(scope: Scope, act: Ast.Act, { name, type }: Ast.Field): Model.Field {
  const known = fieldTypeFrom(type?.text);
  if (known === undefined && type !== undefined) {
    reportUnknownName(scope, "fieldType", type, fieldTypeNames);
  }
  const field = { name: name.text, type: known ?? "text" };
  const others = declaredFields(scope.names).get(field.name) ?? [];
  const other = others.find((each) => each.type !== field.type && each.act !== act.name.text);
  if (other !== undefined && known !== undefined) {
    const labels = [{ span: other.span, text: `a ${other.type} here` }];
    const args = { field: field.name, type: field.type, other: other.type, act: other.act };
    scope.report(nameMessages.fieldTypeDiffers(args, name.span, { labels }));
  }
  return field;
}

/** By their name, the fields of all acts. */
const declaredFields = remember(({ acts }: Names) =>
  Map.groupBy(
    [...acts.values()].flatMap(({ fields }) => fields),
    ({ name }) => name,
  ),
);

function reportSharedSaying(scope: Scope, act: Ast.Act): void {
  const saying = sayingOf(act);
  const other = [...scope.names.acts.values()].find((each) => each.saying === saying && each.name !== act.name.text);
  if (other === undefined) return;
  const labels = [{ span: other.span, text: `\`${other.name}\` is spoken of in the same words` }];
  const span = act.saying?.span ?? act.name.span;
  scope.report(nameMessages.sayingIsTaken({ first: act.name.text, second: other.name, saying }, span, { labels }));
}
