// A compiled policy → the fields of the form of thresholds: its own figures with their places, and those of the layers above.

import {
  figuresOf,
  figureTopics,
  figureWords,
  hasErrors,
  layerOfFigure,
  layerWords,
  limitOfFigure,
  lockOnFigure,
  makeSource,
  parsePolicy,
  parseYamlPolicy,
  positionOf,
  stepped,
  toJson,
  topicsOfFigures,
} from "../../src/index.ts";
import type { Compilation, PolicyFigure } from "../../src/index.ts";
import type { FormAnswer, FormField, InheritedField, OwnField } from "./form-protocol.ts";
import type { ClauseText } from "./pupil-protocol.ts";

type Model = NonNullable<Compilation["model"]>;
type Policy = NonNullable<Compilation["ast"]>;
type Source = Compilation["source"];
type ClauseOf = (id: string) => ClauseText;
type Node = PolicyFigure["within"][number];

export interface Written extends Pick<Compilation, "source" | "ast" | "model" | "diagnostics"> {
  readonly clausesOf: (model: Model) => ClauseOf;
}

export function formOf({ source, ast, model, diagnostics, clausesOf }: Written, opened: string): FormAnswer {
  const topics = [...figureTopics];
  if (ast === undefined || model === undefined || ast.unreadable.length > 0) {
    const first = diagnostics.find((each) => hasErrors([each]));
    const { message, line } = first === undefined ? { message: "It is no policy.", line: 1 } : toJson(first);
    return { text: source.text, unreadable: { message, line }, topics, own: [], inherited: [] };
  }
  const clauseOf = clausesOf(model);
  const before = opened === source.text ? undefined : textsById(source.name, opened);
  return {
    text: source.text,
    topics,
    own: fieldsOf(ast, model, clauseOf).map(({ figure, field }) => ownField(figure, field, model, before)),
    inherited: model.layers.slice(0, -1).flatMap(({ span }) => inheritedFields(span.source, ast, model, clauseOf)),
  };
}

interface Placed {
  readonly figure: PolicyFigure;
  readonly field: FormField;
}

function fieldsOf(policy: Policy, model: Model, clauseOf: ClauseOf): readonly Placed[] {
  const figures = figuresOf(policy);
  const topics = topicsOfFigures(policy, figures);
  const ids = idsOf(figures);
  return figures.map((figure, place) => {
    const { kind, text, unit, clauses } = figure;
    const [limit, up, down] = [limitOfFigure(model, figure), stepped(kind, text, 1), stepped(kind, text, -1)];
    return {
      figure,
      field: {
        id: ids[place] ?? String(place),
        topic: topics[place] ?? "rest",
        ...figureWords(figure),
        ...zoneWords(figure, model),
        kind,
        text,
        unit,
        clauses: clauses.map(clauseOf),
        ...(limit === undefined ? {} : { limit }),
        ...(up === undefined ? {} : { up }),
        ...(down === undefined ? {} : { down }),
      },
    };
  });
}

/** In a register a code stands with what it means: `L, “Arrived late”, after `. */
function zoneWords(figure: PolicyFigure, { codes }: Model): { readonly before?: string } {
  const zone = figure.within.at(-1);
  if (zone?.kind !== "register-zone" || zone.becomes.kind !== "code") return {};
  const code = zone.becomes.text;
  const means = codes.findLast(({ name }) => name === code)?.title;
  return means === undefined ? {} : { before: figureWords(figure).before.replace(code, () => `${code}, “${means}”,`) };
}

function ownField(
  figure: PolicyFigure,
  field: FormField,
  model: Model,
  before: ReadonlyMap<string, string> | undefined,
): OwnField {
  const { span, within, text } = figure;
  const around = within.at(-1)?.span ?? span;
  const [lock, was] = [lockOnFigure(model, figure), before?.get(field.id)];
  return {
    ...field,
    from: span.from,
    to: span.to,
    line: positionOf(span).line,
    around: { from: around.from, to: around.to },
    ...(lock === undefined ? {} : { lock }),
    ...(was === undefined || was === text ? {} : { was }),
    ...(before === undefined || before.has(field.id) ? {} : { isNew: true }),
  };
}

/** The names of what it stands in, and which figure of it it is: edits of figures change neither. */
function idsOf(figures: readonly PolicyFigure[]): readonly string[] {
  const seen = new Map<string, number>();
  return figures.map(({ within }) => {
    const path = within.slice(1).map(nameOf).join(" > ");
    const count = (seen.get(path) ?? 0) + 1;
    seen.set(path, count);
    return `${path} #${count}`;
  });
}

function nameOf(node: Node): string {
  switch (node.kind) {
    case "readings":
      return `readings ${node.question.text}`;
    case "reading":
      return `reading ${node.label.text}`;
    case "code-declaration":
      return `code ${node.code.text}`;
    case "band":
      return `band ${node.title.text}`;
    default:
      return "name" in node && node.name !== undefined ? `${node.kind} ${node.name.text}` : node.kind;
  }
}

// ---------------------------------------------------------------- the text as it was opened

let openedLast: { readonly text: string; readonly texts: ReadonlyMap<string, string> } | undefined;

function textsById(name: string, text: string): ReadonlyMap<string, string> {
  if (openedLast?.text === text) return openedLast.texts;
  const policy = policyIn(makeSource(name, text));
  const figures = policy === undefined ? [] : figuresOf(policy);
  const ids = idsOf(figures);
  openedLast = { text, texts: new Map(figures.map((figure, place) => [ids[place] ?? "", figure.text])) };
  return openedLast.texts;
}

// ---------------------------------------------------------------- the layers above

const read = new WeakMap<Source, Policy | undefined>();

function policyIn(source: Source): Policy | undefined {
  if (!read.has(source))
    read.set(source, (source.name.endsWith(".yaml") ? parseYamlPolicy(source) : parsePolicy(source)).policy);
  return read.get(source);
}

/** Those that no layer below says anew. */
function inheritedFields(source: Source, ast: Policy, model: Model, clauseOf: ClauseOf): readonly InheritedField[] {
  const layer = policyIn(source);
  if (layer === undefined) return [];
  const name = layer.name.text;
  return fieldsOf(layer, model, clauseOf)
    .filter(({ figure }) => (layerOfFigure(model, figure) ?? name) === name)
    .map(({ figure, field }) => {
      const setHere = settingHere(figure, ast, model);
      return {
        ...field,
        id: `${name}: ${field.id}`,
        setBy: layerWords(model, name),
        ...(setHere === undefined ? {} : { setHere }),
      };
    });
}

/** Of a parameter, the value that holds last; the YAML form is left to its own editor. */
function settingHere({ within, text }: PolicyFigure, ast: Policy, model: Model): InheritedField["setHere"] {
  const declared = within.find((node) => node.kind === "parameter");
  const last = declared?.values.at(-1)?.value;
  if (declared === undefined || last === undefined || ast.span.source.name.endsWith(".yaml")) return undefined;
  if (model.parameters.get(declared.name.text)?.lock === "fixed") return undefined;
  const value = last.span.source.text.slice(last.span.from, last.span.to);
  if (!value.startsWith(text)) return undefined;
  const above = ast.declarations.findLast(({ kind }) => kind === "parameter") ?? ast.headers.at(-1) ?? ast.title;
  const { source, to } = above.span;
  const lineEnd = source.text.indexOf("\n", to);
  const at = lineEnd < 0 ? source.text.length : lineEnd;
  return { at, text: `\nparameter ${declared.name.text} is ${value}` };
}
