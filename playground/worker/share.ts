// A policy and a pupil → texts to be taken away: the policy in both forms, the pupil as an example, and documents.

import {
  coverClauses,
  hasErrors,
  makeSource,
  outlineOf,
  outlineTables,
  parsePolicy,
  parseYamlPolicy,
  printPolicy,
  pupilExample,
  sayDay,
  toJson,
  toYaml,
  yamlExample,
} from "../../src/index.ts";
import type { Compilation } from "../../src/index.ts";
import { documentToCsv, documentToHtml, documentToMarkdown } from "./document-text.ts";
import { recordOf } from "./pupil-record.ts";
import { compileText, layersAround, readyOf } from "./ready.ts";
import type { DocumentTable, DocumentView, SavedForms, ShareQuestions, TestCase } from "./share-protocol.ts";

export function savedForms({ policy }: ShareQuestions["savedForms"]["ask"]): SavedForms {
  const source = makeSource(policy.name, policy.text);
  const yaml = source.name.endsWith(".yaml");
  const read = yaml ? parseYamlPolicy(source) : parsePolicy(source);
  // What could not be read is not in the tree, so it would be lost in the other form.
  const whole = read.policy !== undefined && !hasErrors(read.diagnostics) ? read.policy : undefined;
  return {
    rollcall: yaml ? whole && printPolicy(whole) : policy.text,
    yaml: yaml ? policy.text : whole && toYaml(whole),
  };
}

export async function testCase({
  policy,
  readings,
  sketch,
  asOf,
}: ShareQuestions["testCase"]["ask"]): Promise<TestCase | undefined> {
  const ready = await readyOf(policy, readings);
  const ast = ready?.compilation.ast;
  if (ready === undefined || ast === undefined) return undefined;
  const { compilation, calendar } = ready;
  const { pupil, arrivals, log } = recordOf(sketch, calendar, asOf);
  const marks = sketch.marks.map(([session, code]) => {
    const [day = "", half] = session.split(" ");
    return { pupil: pupil.id, day: Number(day), half: half === "PM" ? ("PM" as const) : ("AM" as const), code };
  });
  const ground = {
    policy: { ...compilation.ready, model: compilation.model },
    ast,
    source: compilation.source,
    calendar,
    library: layersAround(),
  };
  const title = `a pupil on ${sayDay(Math.floor(asOf / 86_400))}`;
  const { text, found, expected } = pupilExample(ground, title, { pupil, marks, arrivals, log, at: asOf });
  const yaml = text === undefined ? undefined : yamlExample(text, "from the page");
  return { text, yaml, found, expected };
}

export async function documentOf({
  policy,
  readings,
  which,
  day,
}: ShareQuestions["document"]["ask"]): Promise<DocumentView | undefined> {
  const compilation = await compileText(policy, readings);
  const { model } = compilation;
  if (model === undefined) return undefined;
  const [name, about, tables] = {
    findings: () => findings(compilation),
    values: () => values(model, day),
    clauses: () => clauses(compilation),
  }[which]();
  const written = { title: `${model.title}: ${name}`, about, tables };
  return {
    ...written,
    markdown: documentToMarkdown(written),
    html: documentToHtml(written),
    csv: documentToCsv(written),
  };
}

type Written = readonly [name: string, about: string, tables: readonly DocumentTable[]];

const SEVERITIES = [
  ["error", "What keeps it from running"],
  ["warning", "What is unwise or unlawful"],
  ["advice", "What could be better"],
] as const;

function findings({ source, diagnostics, accepted }: Compilation): Written {
  const told = diagnostics.map(toJson);
  const tables = SEVERITIES.map(([severity, title]): DocumentTable => ({
    title,
    head: ["Place", "What was found", "What to do", "Code"],
    rows: told
      .filter((each) => each.severity === severity)
      .map(({ file, line, message, hint, code }) => [
        file === source.name ? `Line ${line}` : `${file}, line ${line}`,
        message,
        hint,
        code,
      ]),
  }));
  const kept = accepted.length === 0 ? "" : ` ${accepted.length} more were accepted by the school, and are not shown.`;
  return [
    "what was found",
    `${told.length === 0 ? "Nothing was found." : `${told.length} ${told.length === 1 ? "thing was" : "things were"} found in the policy before any pupil was looked at.`}${kept}`,
    tables.filter(({ rows }) => rows.length > 0),
  ];
}

function values(model: NonNullable<Compilation["model"]>, day: number): Written {
  const outline = outlineOf(model, day);
  const layers = outline.layers.map(({ name, level }) => `${name} (${level})`).join(", then ");
  return [
    "values in force",
    `What holds on ${sayDay(day)} once every layer has had its say: ${layers}. What has no lock, a layer below may say anew.`,
    outlineTables(outline)
      .filter(({ rows }) => rows.length > 0)
      .map(({ title, head, rows }) => ({ title, head: head.map(opening), rows })),
  ];
}

function opening(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function clauses({ ast, clauses: file }: Compilation): Written {
  if (ast === undefined || file === undefined)
    return ["clauses", "The policy names no file with its clauses, so there is nothing to hold its rules against.", []];
  const all = [...file.clauses.values()];
  const { evaluated, noted, missing } = coverClauses(
    ast,
    all.map(({ id }) => id),
  );
  const [decides, notes] = [new Set(evaluated), new Set(noted)];
  const standing = (id: string): string =>
    decides.has(id) ? "a rule decides by it" : notes.has(id) ? "carried as a note" : "not in the policy yet";
  return [
    "clauses",
    `${all.length} clauses of the published policy: rules decide by ${evaluated.length}, notes carry ${noted.length}, and ${missing.length} are missing.`,
    [
      {
        title: "Every clause",
        head: ["Clause", "What it says", "Where", "In the policy here"],
        rows: all.map(({ id, says, where }) => [id, says, where, standing(id)]),
      },
    ],
  ];
}
