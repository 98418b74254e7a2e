// The names that a policy can say → literal types, each with its plain meaning and its clauses.

import { StructureKind } from "ts-morph";
import type { InterfaceDeclarationStructure, TypeAliasDeclarationStructure } from "ts-morph";
import type { Ir } from "../../ir/ir.ts";
import { chargesOf } from "./charges.ts";
import type { ModuleForm, ModuleSource } from "./module-form.ts";
import { plainText } from "./plain-text.ts";
import { quote } from "./print-program.ts";

export interface Named {
  readonly name: string;
  readonly title: string;
  readonly clauses: readonly string[];
}

export const sayNames: ModuleForm = {
  runtime: [],
  write: (source) => {
    const { ir } = source.lowered;
    return [
      union("StatusName", "What a pupil can be.", ir.statuses),
      lookup("BandRows", "The rows of each of the bands.", ir.bands.map(rowsOf)),
      union("BandsName", "The bands.", ir.bands),
      union(
        "BandName",
        "The rows of all bands.",
        ir.bands.flatMap((bands) => rowsOf(bands).members),
      ),
      union("MeasureName", "What is measured.", ir.measures),
      lookup("StepNames", "The steps of each procedure.", ir.procedures.map(stepsOf)),
      union("ProcedureName", "What can be under way.", ir.procedures),
      union(
        "StepName",
        "The steps of all procedures.",
        ir.procedures.flatMap((each) => stepsOf(each).members),
      ),
      union("ActName", "What can be done, and is on record once it is.", actsOf(ir)),
      union("DecisionName", "What is asked of people.", [...ir.decisions.values()].map(asked)),
      union("DocumentName", "What is written and kept.", [...ir.documents.values()]),
      union("RoleName", "Who can owe something, or has it done to them.", rolesOf(source)),
      union("CodeName", "The register codes of every date.", codesOf(source)),
    ];
  },
};

interface Group extends Named {
  readonly members: readonly Named[];
}

function rowsOf({ name, title, clauses, rows }: Ir["bands"][number]): Group {
  return {
    name,
    title,
    clauses,
    members: rows.map((row) => ({ name: row.title, title: row.title, clauses: row.clauses })),
  };
}

function stepsOf({ name, title, clauses, steps }: Ir["procedures"][number]): Group {
  return { name, title, clauses, members: steps };
}

function asked({ name, question, clauses }: { name: string; question: string; clauses: readonly string[] }): Named {
  return { name, title: question, clauses };
}

/** Those that the policy declares, and those that its sentences ask for without declaring them. */
function actsOf(ir: Ir): readonly Named[] {
  const declared = [...ir.acts.values()].map(({ name, saying, clauses }) => ({ name, title: saying, clauses }));
  return withOthers(
    declared,
    chargesOf(ir).map(({ act }) => act),
  );
}

function rolesOf({ model, lowered: { ir } }: ModuleSource): readonly Named[] {
  const declared = [...model.words.values()].filter(({ sort }) => sort === "role" || sort === "service");
  const acting = chargesOf(ir).flatMap(({ actors, to, with: others }) =>
    [actors, to, others].flatMap((parties) => parties?.members.map(({ role }) => role) ?? []),
  );
  return withOthers(
    declared.map(({ name, title, origin }) => ({ name, title, clauses: origin.clauses })),
    acting,
  );
}

function codesOf({ model }: ModuleSource): readonly Named[] {
  return model.codes.map(({ name, title, origin }) => ({ name, title, clauses: origin.clauses }));
}

function withOthers(declared: readonly Named[], names: readonly string[]): readonly Named[] {
  const known = new Set(declared.map(({ name }) => name));
  const others = [...new Set(names)].filter((name) => !known.has(name)).toSorted();
  return [...declared, ...others.map((name) => ({ name, title: name.replaceAll("-", " "), clauses: [] }))];
}

// ---------------------------------------------------------------- in types

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
function lookup(name: string, says: string, groups: readonly Group[]): InterfaceDeclarationStructure {
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
