// What a school has accepted: hidden while it stands, told again when its day has passed or the rule under it has changed.

import { describe, expect, test } from "vitest";
import { declarationAt } from "../../src/analysis/declaration-at.ts";
import { compile } from "../../src/compile.ts";
import type { Compilation } from "../../src/compile.ts";
import { applyEdits } from "../../src/diagnostics/apply-fixes.ts";
import { messageOf } from "../../src/diagnostics/template.ts";
import { knownDay } from "../../src/school/day.ts";
import { makeSource } from "../../src/source/text.ts";
import { Bug } from "../../src/support/bug.ts";
import { readAccepted, withAcceptance } from "../../src/yaml/accepted-file.ts";
import type { Acceptance } from "../../src/yaml/accepted-file.ts";
import { asYaml, readFixture } from "./rule-fixtures.ts";

const nation = makeSource("nation.rollcall", readFixture("nation.rollcall"));
const withLedger = (text: string): string =>
  text.replace("extends nation", 'accepted from "./accepted.yaml"\nextends nation');
const ladder = withLedger(readFixture("no-way-out.wrong.rollcall"));

function compiled(text: string, ledger: string, today?: string, name = "brook.rollcall"): Compilation {
  return compile(
    makeSource(name, text),
    { layer: () => nation, beside: (_, file) => makeSource(file, ledger) },
    undefined,
    today === undefined ? undefined : knownDay(today),
  );
}

/** The policy's first finding, told as an acceptance of it would tell it. */
function acceptanceOf(text: string, changes: Partial<Acceptance> = {}): Acceptance {
  const { ast, diagnostics } = compiled(text, "accepted: []\n");
  const [finding] = diagnostics;
  if (finding === undefined || ast === undefined) throw new Bug("the text has a finding");
  const at = declarationAt(ast, finding.span);
  const until = knownDay("2026-07-20");
  const because = "The governors settle it in the summer.";
  const { code } = finding;
  return { code, name: at.name, because, until, by: "headteacher", fingerprint: at.fingerprint(), ...changes };
}

interface Judged {
  readonly told: Compilation["diagnostics"];
  readonly accepted: Compilation["accepted"];
}

function judge(text: string, acceptance: Acceptance, today = "2026-03-02", name = "brook.rollcall"): Judged {
  const { diagnostics, accepted } = compiled(text, withAcceptance(undefined, acceptance), today, name);
  return { told: diagnostics, accepted };
}

describe("a finding that was accepted", () => {
  test("is not told while the acceptance stands, and is kept with it", () => {
    const { told, accepted } = judge(ladder, acceptanceOf(ladder));
    expect(told).toEqual([]);
    expect(accepted.map(({ finding, entry }) => [finding.code, entry.by])).toEqual([["no-way-out", "headteacher"]]);
  });

  test("stays accepted however the rule is laid out, whatever is commented, and in the other form", () => {
    const acceptance = acceptanceOf(ladder);
    const airy = ladder
      .replace("procedure concern", "-- to be settled\nprocedure   concern")
      .replace("  step meeting", "\n  -- the second\n  step meeting");
    expect(airy).not.toBe(ladder);
    expect(judge(airy, acceptance).told).toEqual([]);
    expect(judge(asYaml("brook.rollcall", ladder), acceptance, "2026-03-02", "brook.rollcall.yaml").told).toEqual([]);
  });

  test("is told again when the rule under it says something else, with both places", () => {
    const changed = ladder.replace("within 10 school days", "within 12 school days");
    const { told, accepted } = judge(changed, acceptanceOf(ladder));
    expect(accepted).toEqual([]);
    expect(told.map(({ code }) => code)).toEqual(["no-way-out", "acceptance-outdated"]);
    expect(told[1]?.span.source.name).toBe("./accepted.yaml");
    expect(told[1]?.labels.map(({ span }) => span.source.name)).toEqual(["brook.rollcall"]);
  });

  test("can be accepted as it now stands by the fix that is offered", () => {
    const changed = ladder.replace("within 10 school days", "within 12 school days");
    const fault = judge(changed, acceptanceOf(ladder)).told[1];
    if (fault?.fixes[0] === undefined) throw new Bug("a fix is offered");
    const after = readAccepted(makeSource("accepted.yaml", applyEdits(fault.span.source, fault.fixes[0].edits)));
    expect(after.diagnostics).toEqual([]);
    expect(judge(changed, after.entries[0] ?? acceptanceOf(ladder)).told).toEqual([]);
  });

  test("is told again the day after the last on which it was accepted, and not before", () => {
    const acceptance = acceptanceOf(ladder);
    expect(judge(ladder, acceptance, "2026-07-20").told).toEqual([]);
    const { told } = judge(ladder, acceptance, "2026-07-21");
    expect(told.map(({ code, severity }) => [code, severity])).toEqual([
      ["no-way-out", "advice"],
      ["acceptance-expired", "warning"],
    ]);
    expect(told.map(messageOf)[1]).toContain("2026-07-20");
  });
});

describe("an acceptance", () => {
  test("that meets nothing is told, and can be taken away", () => {
    const { told } = judge(ladder, acceptanceOf(ladder, { code: "band-gap" }));
    expect(told.map(({ code }) => code)).toEqual(["no-way-out", "acceptance-unused"]);
    const [edit] = told[1]?.fixes[0]?.edits ?? [];
    if (edit === undefined) throw new Bug("a fix is offered");
    const after = readAccepted(makeSource("accepted.yaml", `accepted:\n${applyEdits(edit.span.source, [edit])}`));
    expect(after.entries).toEqual([]);
  });

  test("of a rule that is not there is told with the name that was probably meant", () => {
    const { told } = judge(ladder, acceptanceOf(ladder, { name: "concren" }));
    expect(told.map(({ args }) => args["suggestion"]).join()).toContain('Did you mean "concern"?');
  });

  test.each([
    ["of an error", { code: "unknown-name" }, "acceptance-impossible"],
    ["of what is against the law", { code: "register-open-too-long" }, "acceptance-impossible"],
    ["by somebody the policy does not know", { by: "headtaecher" }, "acceptance-by-nobody"],
  ])("%s accepts nothing", (_, changes, code) => {
    const { told, accepted } = judge(ladder, acceptanceOf(ladder, changes));
    expect(accepted).toEqual([]);
    expect(told.map((each) => each.code)).toEqual(["no-way-out", code]);
  });

  test("can be given for the head of a policy, whose own ledger is no change to it", () => {
    const head = readFixture("review-unsaid.wrong.rollcall");
    const acceptance = acceptanceOf(head);
    expect(acceptance.name).toBe("brook");
    expect(judge(withLedger(head), acceptance).told).toEqual([]);
  });
});
