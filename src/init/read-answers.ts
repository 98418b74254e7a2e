// A file of answers ⇄ answers: `key: answer` in YAML, each key a question. What is not in the file, the policy does not say.

import { z } from "zod";
import { readYaml } from "../data/read-yaml.ts";
import { defineMessages } from "../diagnostics/template.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceText } from "../source/text.ts";
import { wrap } from "../support/wrap.ts";
import { questions } from "./questions.ts";
import type { Question } from "./questions.ts";
import { readAnswer } from "./read-answer.ts";

export const answerMessages = defineMessages({
  "answer-not-understood": {
    severity: "error",
    home: "cannot-read",
    message: "The answer to `{key}` cannot be used: {problem}",
    hint: "The question is: {question} Leave the line out where your policy does not say.",
  },
  "answer-missing": {
    severity: "error",
    home: "cannot-read",
    message: "`{key}` is not answered, and without it there is no policy to write.",
    hint: "The question is: {question}",
  },
});

const keys = questions.map(({ key }) => key);
const schema = z.strictObject(Object.fromEntries(keys.map((key) => [key, z.string().optional()])));

export interface Answered {
  readonly answers: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

export function readAnswers(source: SourceText): Answered {
  const { value, diagnostics: found, spanAt } = readYaml(source, schema, keys);
  const diagnostics = [...found];
  const answers = new Map<string, string>();
  for (const question of value === undefined ? [] : questions) {
    const { key, asks } = question;
    const text = (value?.[key] ?? "").trim();
    if (text === "") {
      if (question.needed === true) diagnostics.push(answerMessages.answerMissing({ key, question: asks }, spanAt([])));
      continue;
    }
    const read = readAnswer(question, text);
    if (read.kind === "answer") answers.set(key, read.text);
    else
      diagnostics.push(answerMessages.answerNotUnderstood({ key, problem: read.says, question: asks }, spanAt([key])));
  }
  return { answers, diagnostics };
}

/** An empty file of answers: every question as a comment over its key. */
export function blankAnswers(): string {
  let section = "";
  const parts = questions.map((question) => {
    const heading = question.section === section ? "" : `\n# ---- ${question.section}\n`;
    section = question.section;
    const lines = [question.asks, ...(question.help === undefined ? [] : [question.help]), formOf(question)];
    return `${heading}${lines
      .flatMap((line) => wrap(line, 100))
      .map((line) => `# ${line}\n`)
      .join("")}${question.key}:\n`;
  });
  return `# Answers for \`rollcall init FOLDER --answers THIS-FILE\`. Leave empty what your policy does not say.\n${parts.join("")}`;
}

/** How an answer is written, with an example. */
export function formOf({ answer }: Question): string {
  switch (answer.kind) {
    case "text":
      return "In words.";
    case "date":
      return "A date, such as 2026-09-01.";
    case "time":
      return "A time, such as 08:50.";
    case "percent":
      return "A percentage, such as 95% or 95.5%.";
    case "whole":
      return `A whole number of ${answer.unit}, from ${answer.least} to ${answer.most}.`;
    case "choice":
      return `One of: ${answer.choices.map(({ name }) => name).join(", ")}.`;
    case "several":
      return `One or more of: ${answer.choices.map(({ name }) => name).join(", ")}.`;
  }
}
