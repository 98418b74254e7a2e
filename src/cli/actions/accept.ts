// `rollcall accept`: a finding → an entry in the policy's ledger, or a refusal that says what could be accepted.

import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import {
  applyEdits,
  declarationAt,
  formatDay,
  headerEdit,
  makeSource,
  namedFile,
  unacceptable,
  withAcceptance,
} from "../../index.ts";
import type { Acceptance, Compilation, Day, Diagnostic } from "../../index.ts";
import { suggestName } from "../../wording.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { openPolicy } from "../open-policy.ts";
import { decode, readBytes, shownPath } from "../read-files.ts";
import { dayOption, needed, readDay } from "../read-options.ts";
import { Refusal } from "../refusal.ts";
import type { Terminal } from "../terminal.ts";
import { writeFile } from "../write-files.ts";

const BESIDE = "./accepted.yaml";

export async function acceptAction(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [operand = "", code = "", name = ""] = given.operands;
  const today = dayOption(given, "as-of", terminal);
  const terms = readTerms(given, today);
  const { compilation, path } = await openPolicy(operand, terminal, undefined, today);
  if (path === undefined)
    throw new Refusal("A policy from the standard input has no file beside it.", "Name its file.");
  const acceptance = { ...terms, code, name, fingerprint: fingerprintOf(compilation, code, name) };
  checkRole(compilation, terms.by);
  const named = compilation.ast === undefined ? undefined : namedFile(compilation.ast, "accepted-from");
  const ledger = resolve(dirname(path), named ?? BESIDE);
  const before = existsSync(ledger) ? makeSource(shownPath(ledger), decode(readBytes(ledger), ledger)) : undefined;
  writeFile(ledger, withAcceptance(before, acceptance));
  if (named === undefined) writeFile(path, withHeader(compilation));
  terminal.write(`${shownPath(ledger)}: \`${code}\` in \`${name}\` accepted until ${formatDay(terms.until)}\n`);
  if (named === undefined) terminal.write(`${shownPath(path)} names ${join(dirname(operand), BESIDE)} now\n`);
  return 0;
}

function readTerms(given: Arguments, today: Day): Pick<Acceptance, "because" | "until" | "by"> {
  const because = needed(
    given,
    "because",
    'Write why it is kept: `--because "The governors settle it in the spring"`.',
  );
  const until = readDay(
    needed(given, "until", "Write the last day on which it is kept: `--until 2027-03-31`."),
    "until",
  );
  const by = needed(given, "by", "Name the role that answers for it: `--by headteacher`.");
  if (until < today)
    throw new Refusal(`${formatDay(until)} has passed already.`, "Name a day by which somebody will look at it again.");
  return { because, until, by };
}

/** Of the declaration in which the finding stands. Throws {@link Refusal} where there is none that could be accepted. */
function fingerprintOf({ ast, diagnostics, accepted, source }: Compilation, code: string, name: string): string {
  const all = [...diagnostics, ...accepted.map(({ finding }) => finding)].filter(({ span }) => span.source === source);
  const found = all.filter((finding) => finding.code === code);
  const placed = found.map((finding) => ({ finding, at: ast && declarationAt(ast, finding.span) }));
  const meant = placed.find(({ at }) => at?.name === name);
  if (found.length === 0) throw notFound(all, code);
  refuseGrave(found, code);
  if (meant?.at !== undefined) return meant.at.fingerprint();
  const names = placed.flatMap(({ at }) => at?.name ?? []);
  throw new Refusal(`\`${code}\` is not found in \`${name}\`.`, suggestName(name, names, "places where it is found"));
}

function notFound(all: readonly Diagnostic[], code: string): Refusal {
  const codes = new Set(all.filter(isAcceptable).map((finding) => finding.code));
  return new Refusal(`\`${code}\` is not among what is found in this policy.`, suggestName(code, codes, "codes"));
}

function refuseGrave(found: readonly Diagnostic[], code: string): void {
  if (found.some(({ home }) => home !== "unwise-or-unlawful"))
    throw new Refusal(`\`${code}\` is an error, and no error can be accepted.`, "Mend it: `rollcall check` shows how.");
  if (unacceptable.has(code))
    throw new Refusal(
      `What \`${code}\` finds is against the law, and no school can set that aside.`,
      "Mend the policy.",
    );
}

function isAcceptable({ home, code }: Diagnostic): boolean {
  return home === "unwise-or-unlawful" && !unacceptable.has(code);
}

function checkRole({ model }: Compilation, by: string): void {
  const roles = [...(model?.words.values() ?? [])].filter(({ sort }) => sort === "role").map(({ name }) => name);
  if (!roles.includes(by))
    throw new Refusal(`No role of this policy is called \`${by}\`.`, suggestName(by, roles, "roles"));
}

/** The policy with a line that names the ledger, above its other headers. */
function withHeader({ ast, source }: Compilation): string {
  const header = { text: `accepted from "${BESIDE}"`, yaml: `accepted-from: ${BESIDE}` };
  const edit = ast === undefined ? undefined : headerEdit(ast, header);
  if (edit === undefined)
    throw new Refusal(
      `${source.name} has no line under its title.`,
      `Write \`${header.yaml}\` under its title, and accept the finding again.`,
    );
  return applyEdits(source, [edit]);
}
