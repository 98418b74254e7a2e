// Examples for edges at which no example stands: shown, or one of them put into the policy's file.

import { addExample, coverExamples, suggestExamples, yamlExample } from "../index.ts";
import type { Suggestion } from "../index.ts";
import { exampleCalendar } from "./play-examples.ts";
import { makeProgress } from "./progress.ts";
import { shownPath } from "./read-files.ts";
import { Refusal } from "./refusal.ts";
import type { Terminal } from "./terminal.ts";
import type { Tested, TestedPolicy } from "./tested.ts";
import { writeFile } from "./write-files.ts";

/** Undefined after the faults of the calendar were shown. */
export function suggestAction(tested: TestedPolicy, terminal: Terminal): Tested | undefined {
  const suggestions = suggestionsFor(tested, terminal);
  if (suggestions === undefined) return undefined;
  const { name } = tested.opened.compilation.source;
  const isYaml = /\.ya?ml$/.test(name);
  const blocks = suggestions.map((suggestion, index) => {
    const text = isYaml ? yamlExample(suggestion.text, commentFor(suggestion)) : commented(suggestion);
    return `${isYaml ? "#" : "--"} ${index + 1}\n${text}`;
  });
  const hint =
    suggestions.length === 0
      ? `${name}: every edge that can be stood at with a few marks and records is held by an example already`
      : `${name}: ${suggestions.length} examples to choose from; \`--accept N\` puts the Nth into the file`;
  return {
    format: "rollcall/suggestions",
    text: `${[...blocks, hint].join("\n")}\n`,
    json: { policy: name, suggestions: suggestions.map((each, index) => ({ number: index + 1, ...each })) },
    passed: true,
  };
}

/** Writes the Nth suggestion at the end of the file. */
export function acceptSuggestion(tested: TestedPolicy, number: number, terminal: Terminal): Tested | undefined {
  const { source } = tested.opened.compilation;
  const { path } = tested.opened;
  if (path === undefined)
    throw new Refusal("The standard input cannot be written to.", "Name the policy's file instead of `-`.");
  const suggestions = suggestionsFor(tested, terminal);
  if (suggestions === undefined) return undefined;
  const chosen = suggestions[number - 1];
  if (chosen === undefined)
    throw new Refusal(
      `There is no suggestion ${number}: there are ${suggestions.length}.`,
      `\`rollcall test ${tested.operand} --suggest\` shows them.`,
    );
  const text = addExample(source, chosen.text, commentFor(chosen));
  if (text === undefined)
    throw new Refusal(
      `The end of ${source.name} has no place for an example.`,
      `Put it in where you like: \`rollcall test ${tested.operand} --suggest\` shows it.`,
    );
  writeFile(path, text);
  return {
    format: "rollcall/suggestions",
    text: `${shownPath(path)} now holds the example “${chosen.title}”\n`,
    json: { policy: source.name, accepted: { number, ...chosen } },
    passed: true,
  };
}

function suggestionsFor({ opened, policy }: TestedPolicy, terminal: Terminal): readonly Suggestion[] | undefined {
  const { compilation, library } = opened;
  const { source, examples } = compilation;
  const calendar = exampleCalendar(opened, terminal);
  if (calendar === undefined) return undefined;
  const progress = makeProgress(terminal, "examples");
  const reached = coverExamples({ policy, ast: policy.ast, source, examples, calendar }, progress.at);
  progress.end();
  return suggestExamples({ policy, ast: policy.ast, source, calendar, library, reached });
}

function commentFor({ condition }: Suggestion): string {
  return `The policy says so today, at the edge of “${condition}”. Keep it if that is what you mean.`;
}

function commented(suggestion: Suggestion): string {
  return `-- ${commentFor(suggestion)}\n${suggestion.text}`;
}
