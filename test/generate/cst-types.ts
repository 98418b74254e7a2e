// The parser's rules → types of the concrete tree that build-ast reads, so that a renamed rule breaks the build.

import { generateCstDts } from "chevrotain";
import { format } from "prettier";
import { PolicyParser } from "../../src/syntax/parser.ts";

const opening = `// Generated from the parser's rules: \`npm run generate\` writes this file.

import type { CstNodeLocation, IToken } from "chevrotain";

type Tokens = readonly IToken[];

interface Node<Children> {
  readonly location?: CstNodeLocation;
  readonly children: Children;
}
`;

export async function writeCstTypes(): Promise<string> {
  const declared = generateCstDts(new PolicyParser().getGAstProductions(), { includeVisitorInterface: false });
  const types = [...declared.matchAll(/export type (\w+)CstChildren = \{([^}]*)\};/g)].map(
    ([, name = "", children = ""]) =>
      `export type ${name} = Node<{ ${children.replaceAll(/^ *(?=\w)/gm, "readonly ")} }>;`,
  );
  const rules = [...declared.matchAll(/interface (\w+)CstNode extends CstNode \{\s*name: "(\w+)"/g)].map(
    ([, type = "", rule = ""]) => `readonly ${rule}: ${type};`,
  );
  const byRule = `/** By the name of the rule. */\nexport interface Rules { ${rules.join(" ")} }`;
  return format(`${opening}\n${types.map(shorten).join("\n")}\n\n${byRule}`, {
    parser: "typescript",
    printWidth: 120,
    objectWrap: "collapse",
  });
}

function shorten(type: string): string {
  return type
    .replaceAll(
      /\((\w+)CstNode\)\[\]|(\w+)CstNode\[\]/g,
      (_, many?: string, one?: string) => `readonly ${many ?? one ?? ""}[]`,
    )
    .replaceAll(/\(([\w| ]+)\)\[\]/g, (_, union: string) => `readonly (${union.replaceAll("CstNode", "")})[]`)
    .replaceAll(/readonly \(IToken\)\[\]|IToken\[\]/g, "Tokens");
}
