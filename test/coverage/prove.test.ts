import { describe, expect, test } from "vitest";
import { noticesOf, proofOf } from "./small-policy.ts";

const call = `procedure calls "Calls" for each absence {
  step call on start {
    school-office must telephone parents by 09:30 [HIL-005]
  }
}
`;

const callExample = `example "a call by half past nine" {
  pupil year 3
  on 2026-03-02 marks "NN"
  on 2026-03-02 09:31 expect overdue school-office must telephone parents by 09:30
}
`;

describe("a rule is held in place", () => {
  test("by the example that comes out otherwise without it, or a step to the side", async () => {
    expect(await noticesOf(call + callExample)).toEqual([
      "HIL-005 without it: a call by half past nine",
      "HIL-005 by becomes before: a call by half past nine",
      "HIL-005 09:30 becomes 09:29: a call by half past nine",
      "HIL-005 09:30 becomes 09:31: a call by half past nine",
    ]);
  });

  test("by nothing, where no example looks at it", async () => {
    const report = await proofOf(
      `${call}example "somebody else" {\n  pupil year 3\n  on 2026-03-02 expect year exactly 3\n}\n`,
    );
    expect(report.proofs.map(({ notice }) => notice.by)).toEqual(["nothing", "nothing", "nothing", "nothing"]);
    expect(report.evaluated).toEqual([]);
    expect(report.missing).toContain("HIL-005");
  });

  test("by the rules that speak of what it declares", async () => {
    const declared = `parameter limit is 95% [HIL-006]\nstatus low when attendance this year below limit [HIL-007]\n`;
    const example = `example "always there" {\n  pupil year 3\n  on 2026-03-02 expect not low\n}\n`;
    expect(await noticesOf(declared + example)).toEqual([
      "HIL-006 without it: name",
      "HIL-006 95% becomes 94.9%: nothing",
      "HIL-006 95% becomes 95.1%: nothing",
      "HIL-007 without it: always there",
      "HIL-007 below becomes at most: nothing",
    ]);
  });

  test("by the list of what is unsaid, where all it says is that the text is silent", async () => {
    const [notice] = await noticesOf(`parameter patience is unspecified [HIL-009]\n${call}${callExample}`);
    expect(notice).toMatch(/^HIL-009 without it: silence: /);
  });

  test("neither way by a change that the compiler refuses", async () => {
    const report =
      await proofOf(`${call.replace("by 09:30", "within 5 school days of start if attendance this year below 100%")}example "any" {
  pupil year 3
  on 2026-03-02 marks "NN"
  on 2026-03-02 expect school-office must telephone parents by 2026-03-09
}
`);
    expect(report.proofs.map(({ mutant, notice }) => `${mutant.says}: ${notice.by}`)).toContain(
      "100% becomes 100.1%: compiler",
    );
  });
});

describe("readings", () => {
  const readings = (example: string): string => `readings "by when" {
  chosen "half past nine" because "parents are told so" [HIL-005] {
    procedure calls "Calls" for each absence {
      step call on start {
        school-office must telephone parents by 09:30
      }
    }
  }
  or "ten" [HIL-007] {
    procedure calls "Calls" for each absence {
      step call on start {
        school-office must telephone parents by 10:00
      }
    }
  }
}
${example}`;

  test("are held by the example that tells them apart, and only the chosen one's figures are moved", async () => {
    expect(await noticesOf(readings(callExample))).toEqual([
      "HIL-005 HIL-007 read as “ten”: a call by half past nine",
      "HIL-005 by becomes before: a call by half past nine",
      "HIL-005 09:30 becomes 09:29: a call by half past nine",
      "HIL-005 09:30 becomes 09:31: a call by half past nine",
    ]);
  });

  test("are not, where the example would do for either", async () => {
    const either = callExample.replace("expect overdue", "expect").replace(" by 09:30", "").replace("09:31", "09:25");
    expect((await noticesOf(readings(either)))[0]).toBe("HIL-005 HIL-007 read as “ten”: nothing");
  });
});

test("an example that fails as things stand proves nothing, and is named", async () => {
  const report = await proofOf(call + callExample.replace("09:31", "09:30"));
  expect(report.failing).toEqual(["a call by half past nine"]);
  expect(report.proofs.map(({ notice }) => notice.by)).toEqual(["nothing", "nothing", "nothing", "nothing"]);
});
