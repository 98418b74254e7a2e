// A policy and a pupil → texts to be taken away: the policy in both forms, the pupil as an example, and documents.

import {
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
import { clauseTable, parentsPage, staffProtocol, toHtml, toMarkdown } from "../../src/papers.ts";
import type { Block, Paper } from "../../src/papers.ts";
import { paperToCsv } from "./paper-to-csv.ts";
import { recordOf } from "./pupil-record.ts";
import { compileText, layersAround, readyOf } from "./ready.ts";
import type { DocumentView, SavedForms, ShareQuestions, TestCase } from "./share-protocol.ts";

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
  const paper = {
    parents: () => parentsPage(model, day),
    protocol: () => staffProtocol(model, day),
    clauses: () => clauses(compilation, model, day),
    findings: () => findings(compilation, model),
    values: () => values(model, day),
  }[which]();
  return { paper, markdown: toMarkdown(paper), html: toHtml(paper), csv: paperToCsv(paper) };
}

type Model = NonNullable<Compilation["model"]>;

const SEVERITIES = [
  ["error", "What keeps it from running"],
  ["warning", "What is unwise or unlawful"],
  ["advice", "What could be better"],
] as const;

function findings({ source, diagnostics, accepted }: Compilation, { title: whose }: Model): Paper {
  const told = diagnostics.map(toJson);
  const tables = SEVERITIES.map(([severity, caption]) => ({
    kind: "table" as const,
    caption,
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
  return {
    title: `${whose}: what was found`,
    about: `${told.length === 0 ? "Nothing was found." : `${told.length} ${told.length === 1 ? "thing was" : "things were"} found in the policy before any pupil was looked at.`}${kept}`,
    blocks: tables.filter(({ rows }) => rows.length > 0),
  };
}

function values(model: Model, day: number): Paper {
  const outline = outlineOf(model, day);
  const layers = outline.layers.map(({ name, level }) => `${name} (${level})`).join(", then ");
  return {
    title: `${model.title}: values in force`,
    about: `What holds on ${sayDay(day)} once every layer has had its say: ${layers}. What has no lock, a layer below may say anew.`,
    blocks: outlineTables(outline)
      .filter(({ rows }) => rows.length > 0)
      .map(({ title, head, rows }): Block => ({ kind: "table", caption: title, head: head.map(opening), rows })),
  };
}

function opening(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function clauses({ ast, clauses: file }: Compilation, model: Model, day: number): Paper {
  if (ast !== undefined && file !== undefined) return clauseTable({ model, ast, clauses: file }, day);
  const about = "The policy names no file with its clauses, so there is nothing to hold its rules against.";
  return { title: `${model.title}: clauses`, about, blocks: [] };
}
