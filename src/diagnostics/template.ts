// Turns a table of message templates into typed constructors: an argument that the sentence does not name, or a
// placeholder that nobody fills, is a type error. Sentences are written late, by whoever shows them.

import type { Span } from "../source/text.ts";
import { Bug } from "../support/bug.ts";
import type { Diagnostic, Fix, Home, Label, MessageArguments, Severity } from "./diagnostic.ts";

/** One plain sentence, and separately what to do next. Both may hold {placeholders}; a brace has no other use. */
export interface MessageTemplate {
  readonly message: string;
  readonly hint: string;
}

export interface MessageDefinition extends MessageTemplate {
  readonly severity: Severity;
  readonly home: Home;
}

export interface Extras {
  readonly labels?: readonly Label[];
  readonly fixes?: readonly Fix[];
  readonly witness?: unknown;
}

type PlaceholderOf<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholderOf<Rest>
  : never;

type ArgumentsFor<Placeholder extends string> = [Placeholder] extends [never]
  ? Readonly<Record<string, never>>
  : { readonly [Name in Placeholder]: string | number };

type CamelCase<Code extends string> = Code extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<CamelCase<Rest>>}`
  : Code;

/** Makes a diagnostic of one code; the code and its definition can be read off it. */
export interface MessageConstructor<Definition extends MessageDefinition> {
  (
    args: ArgumentsFor<PlaceholderOf<Definition["message"] | Definition["hint"]>>,
    span: Span,
    extras?: Extras,
  ): Diagnostic;
  readonly code: string;
  readonly definition: MessageDefinition;
}

export type Messages<Definitions extends Readonly<Record<string, MessageDefinition>>> = {
  readonly [Code in keyof Definitions & string as CamelCase<Code>]: MessageConstructor<Definitions[Code]>;
};

/**
 * `defineMessages({ "unknown-name": { severity, home, message, hint } })` gives `messages.unknownName(args, span)`.
 * Throws {@link Bug} on a code that is not kebab-case, two codes that make one name, or a stray brace.
 */
export function defineMessages<const Definitions extends Readonly<Record<string, MessageDefinition>>>(
  definitions: Definitions,
): Messages<Definitions> {
  const constructors = new Map<string, unknown>();
  for (const [code, definition] of Object.entries(definitions)) {
    checkDefinition(code, definition);
    const name = camelCase(code);
    if (constructors.has(name)) throw new Bug(`Two messages would both be called ${name}`);
    constructors.set(name, makeConstructor(code, definition));
  }
  return Object.fromEntries(constructors) as Messages<Definitions>;
}

function makeConstructor(code: string, definition: MessageDefinition): unknown {
  const { severity, home, message, hint } = definition;
  const template: MessageTemplate = { message, hint };
  const construct = (args: MessageArguments, span: Span, extras: Extras = {}): Diagnostic => ({
    code,
    severity,
    home,
    template,
    args,
    span,
    labels: extras.labels ?? [],
    fixes: extras.fixes ?? [],
    ...(extras.witness === undefined ? {} : { witness: extras.witness }),
  });
  return Object.assign(construct, { code, definition });
}

const placeholder = /\{([a-z][A-Za-z0-9]*)\}/g;

function checkDefinition(code: string, definition: MessageDefinition): void {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(code)) throw new Bug(`The code ${code} is not in kebab-case`);
  for (const template of [definition.message, definition.hint]) {
    if (/[{}]/.test(template.replaceAll(placeholder, ""))) throw new Bug(`${code} has a stray brace: ${template}`);
  }
}

function camelCase(code: string): string {
  return code.replaceAll(/-(.)/g, (_, first: string) => first.toUpperCase());
}

/** Throws {@link Bug} when an argument is missing, which the types of {@link defineMessages} prevent. */
export function fillTemplate(template: string, args: MessageArguments): string {
  return template.replaceAll(placeholder, (_, name: string) => {
    const value = Object.hasOwn(args, name) ? args[name] : undefined;
    if (value === undefined) throw new Bug(`Nothing was given for {${name}} in: ${template}`);
    return String(value);
  });
}

/** What is wrong, in one sentence, as its author should read it. */
export function messageOf(diagnostic: Diagnostic): string {
  return fillTemplate(diagnostic.template.message, diagnostic.args);
}

/** What to do next; empty when the sentence already says it. An argument may be empty, and leaves no blank behind. */
export function hintOf(diagnostic: Diagnostic): string {
  return fillTemplate(diagnostic.template.hint, diagnostic.args).trim();
}
