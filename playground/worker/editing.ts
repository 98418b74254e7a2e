// What the compiler knows of a text that somebody writes → what an editor shows.

import {
  completionsAt,
  figureWords,
  figuresOf,
  hasErrors,
  hoverAt,
  layOutPolicy,
  makeSource,
  parseYamlPolicy,
  printPolicy,
  rangeOfFigure,
  symbolsOf,
  yamlCompletionsAt,
  yamlKeyAt,
} from "../../src/index.ts";
import type { Compilation, Draft } from "../../src/index.ts";
import { remember } from "../../src/wording.ts";
import { shelfTitles } from "../texts/titles.ts";
import type { EditingQuestions, Landmark, OpenedFile, Survey, TurnableFigure } from "./editing-protocol.ts";
import { problemOf } from "./problems.ts";
import type { PolicyText, Readings } from "./protocol.ts";
import { clauseIdsOf, clausesOf, completed, draftText, judgeDraft, putBeside } from "./ready.ts";

type Written = Pick<Compilation, "source" | "ast" | "model">;

// ---------------------------------------------------------------- landmarks and figures

/** Words before a figure that are longer than this do not name it better than its title. */
const LONGEST_WORDS = 50;

export function surveyOf({ ast, model }: Written): Survey {
  if (ast === undefined) return { landmarks: [], figures: [] };
  const figures = figuresOf(ast).map((figure): TurnableFigure => {
    const { span, kind, unit } = figure;
    const { title, of, before } = figureWords(figure);
    const told = before.trim();
    const named = [[title, of].filter(Boolean).join(", "), told.length > LONGEST_WORDS ? "" : told];
    return {
      from: span.from,
      to: span.to,
      kind,
      unit,
      title: named.filter(Boolean).join(": "),
      ...rangeOfFigure(model, figure),
    };
  });
  return { landmarks: symbolsOf(ast).flatMap((symbol) => landmarksIn(symbol, 0)), figures };
}

type OutlineSymbol = ReturnType<typeof symbolsOf>[number];

function landmarksIn({ kind, name, title, span, inside }: OutlineSymbol, depth: number): readonly Landmark[] {
  const told = title === "" ? name : `“${title}”`;
  return [
    { title: `${kind === "chosen" || kind === "or" ? "read as" : kind} ${told}`, from: span.from, depth },
    ...inside.flatMap((each) => landmarksIn(each, depth + 1)),
  ];
}

// ---------------------------------------------------------------- words

type Asked<K extends keyof EditingQuestions> = EditingQuestions[K]["ask"];

/** Layers that a policy could stand on are those that are no school's. */
export function completionsFor(
  { text, offset, form }: Asked<"completions">,
  written: Written | undefined,
): EditingQuestions["completions"]["answer"] {
  const model = (form === "yaml" ? inYaml : written)?.model;
  const layers = shelfTitles.filter(({ level }) => level !== "school");
  const known = { model, clauses: model === undefined ? [] : clauseIdsOf(model), layers };
  return form === "yaml" ? yamlCompletionsAt(text, offset, known) : completionsAt(text, offset, known);
}

export async function hoverFor(
  { text, offset, form, day }: Asked<"hover">,
  written: Draft | undefined,
): Promise<EditingQuestions["hover"]["answer"]> {
  const layer = await asWritten(text, written);
  const model = (layer ?? written)?.model;
  const told = model === undefined ? undefined : clausesOf(model);
  const found = hoverAt(text, offset, {
    ast: layer?.ast,
    layer,
    model,
    today: day,
    turning: form === "yaml" ? "" : "Drag it left or right to change it, or press Alt with the up or down arrow.",
    clauseOf: (id) => {
      const clause = told?.(id);
      return clause === undefined || clause.says === "" ? undefined : clause;
    },
  });
  if (found !== undefined || form === "rollcall") return found;
  const key = yamlKeyAt(text, offset);
  if (key === undefined) return undefined;
  const from = text.lastIndexOf(key.key, offset);
  return { from, to: from + key.key.length, title: key.key, lines: [`${key.says}.`] };
}

// ---------------------------------------------------------------- the other form

/** What was made of the YAML that is being written. */
let inYaml: Draft | undefined;

/** The text in whichever form it is being written, with its clauses; undefined where another edition of it was read last. */
export async function asWritten(text: string, written: Draft | undefined): Promise<Draft | undefined> {
  const found = [written, inYaml].find((draft) => draft?.source.text === text);
  return found === undefined ? undefined : completedOnce(found);
}

/** What a name means is looked up once for a draft, so that the same one is asked again and again. */
const completedOnce = remember(completed);

export async function readYaml(policy: PolicyText, readings: Readings): Promise<EditingQuestions["yaml"]["answer"]> {
  inYaml = await draftText(policy, readings);
  const compilation = await judgeDraft(inYaml);
  const { source } = compilation;
  const parsed = parseYamlPolicy(source);
  const readable = parsed.policy !== undefined && !hasErrors(parsed.diagnostics);
  return {
    problems: compilation.diagnostics.map((diagnostic) => problemOf(diagnostic, source)),
    text: readable && parsed.policy !== undefined ? printPolicy(parsed.policy) : undefined,
  };
}

/** In the one layout there is; undefined while something cannot be read, for that would be lost. */
export function layOut({ name, text }: PolicyText): string | undefined {
  const laid = layOutPolicy(makeSource(name, text));
  return "text" in laid ? laid.text : undefined;
}

// ---------------------------------------------------------------- files from a disk

const LONGEST = 4_000_000;

/** The policy among the files stands where its own name says, so that clauses and layers of that name are found. */
export async function openFiles(files: readonly OpenedFile[]): Promise<EditingQuestions["openFiles"]["answer"]> {
  const long = files.find(({ text }) => text.length > LONGEST);
  if (long !== undefined)
    return { refusal: `“${long.name}” is too long to be a policy. Choose the file that holds the policy itself.` };
  const policies = files.flatMap((file) => {
    const name = namedIn(file.text);
    return name === undefined ? [] : [{ file, name }];
  });
  const [only, another] = policies;
  if (only === undefined)
    return {
      refusal:
        'No policy was found there. A policy begins with a line such as: school policy hill-top "Hill Top Primary School"',
    };
  if (another !== undefined)
    return { refusal: `“${only.file.name}” and “${another.file.name}” are both policies. Open one at a time.` };
  const { file, name } = only;
  const besides = files.filter((each) => each !== file).map((each) => ({ ...each, text: plain(each.text) }));
  await putBeside(name, besides);
  const policy: PolicyText = { name: `${name}/${name}.rollcall`, text: plain(file.text) };
  if (!/\.ya?ml$/i.test(file.name)) return { policy };
  const { text } = await readYaml({ ...policy, name: `${policy.name}.yaml` }, []);
  return { policy: { ...policy, text: text ?? "" }, yaml: plain(file.text) };
}

/** An editor knows one way to end a line. */
function plain(text: string): string {
  return text.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");
}

/** The name in the head of a policy, in either form. */
export function namedIn(text: string): string | undefined {
  const heads = [
    /^(?:nation|authority|trust|school) policy ([a-z][a-z0-9-]{0,80})/m,
    /^(?:nation|authority|trust|school)-policy:\s*(?:\{\s*|\n\s+)name:\s*"?([a-z][a-z0-9-]{0,80})/m,
  ];
  return heads.map((head) => head.exec(plain(text))?.[1]).find((name) => name !== undefined);
}
