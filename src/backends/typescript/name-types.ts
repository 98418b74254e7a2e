// The names that a policy can say → literal types, each with its plain meaning and its clauses.

import { StructureKind } from "ts-morph";
import type { InterfaceDeclarationStructure, TypeAliasDeclarationStructure } from "ts-morph";
import { namesOf } from "../../ir/policy-names.ts";
import type { Named, NamedGroup } from "../../ir/policy-names.ts";
import type { ModuleForm } from "./module-form.ts";
import { plainText } from "./plain-text.ts";
import { quote } from "./print-program.ts";

export const sayNames: ModuleForm = {
  runtime: [],
  write: ({ model, lowered }) => {
    const names = namesOf(model, lowered.ir);
    const within = (groups: readonly NamedGroup[]): readonly Named[] => groups.flatMap(({ members }) => [...members]);
    return [
      union("StatusName", "What a pupil can be.", names.statuses),
      lookup("BandRows", "The rows of each of the bands.", names.bands),
      union("BandsName", "The bands.", names.bands),
      union("BandName", "The rows of all bands.", within(names.bands)),
      union("MeasureName", "What is measured.", names.measures),
      lookup("StepNames", "The steps of each procedure.", names.procedures),
      union("ProcedureName", "What can be under way.", names.procedures),
      union("StepName", "The steps of all procedures.", within(names.procedures)),
      union("ActName", "What can be done, and is on record once it is.", names.acts),
      union("DecisionName", "What is asked of people.", names.decisions),
      union("DocumentName", "What is written and kept.", names.documents),
      union("RoleName", "Who can owe something, or has it done to them.", names.roles),
      union("CodeName", "The register codes of every date.", names.codes),
    ];
  },
};

function union(name: string, says: string, members: readonly Named[]): TypeAliasDeclarationStructure {
  return {
    kind: StructureKind.TypeAlias,
    name,
    isExported: true,
    docs: [[says, ...members.map((member) => `- \`${plainText(member.name)}\`: ${meaning(member)}`)].join("\n")],
    type: unionOf(members),
  };
}

/** An interface with one property for each: by the name of the bands, their rows. */
function lookup(name: string, says: string, groups: readonly NamedGroup[]): InterfaceDeclarationStructure {
  return {
    kind: StructureKind.Interface,
    name,
    isExported: true,
    docs: [says],
    properties: groups.map((group) => ({
      name: quote(group.name),
      isReadonly: true,
      docs: [
        [meaning(group), ...group.members.map((each) => `- \`${plainText(each.name)}\`: ${meaning(each)}`)].join("\n"),
      ],
      type: unionOf(group.members),
    })),
  };
}

function unionOf(members: readonly Named[]): string {
  return members.length === 0 ? "never" : [...new Set(members.map(({ name }) => quote(name)))].join(" | ");
}

function meaning({ title, clauses }: Named): string {
  return `${plainText(title)}${clauses.length === 0 ? "" : ` [${clauses.join(", ")}]`}`;
}
