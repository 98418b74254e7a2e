import { describe, expect, it } from "vitest";
import { checkWords } from "../../src/data/check-words.ts";
import type { Vocabulary } from "../../src/data/check-words.ts";
import { memoryFolder } from "../../src/data/read-folder.ts";
import { readSchool } from "../../src/data/read-school.ts";
import { plainFiles, said, sentence } from "./read.ts";
import type { Files } from "./read.ts";

const vocabulary: Vocabulary = {
  flags: new Set(["looked-after", "free-school-meals"]),
  acts: new Set(["send", "report-absence"]),
  objects: new Set(["letter-1", "letter-2"]),
  roles: new Set(["headteacher", "school-office"]),
  decisions: new Map([["genuine", new Set(["yes", "no"])]]),
  decide: "decide",
  values: new Map([["reason", new Set(["illness", "holiday"])]]),
};

async function strange(files: Files, words = vocabulary): Promise<Awaited<ReturnType<typeof checkWords>>> {
  const folder = memoryFolder("small", Object.entries({ ...plainFiles, ...files }));
  return checkWords((await readSchool(folder)).school, words, folder);
}

describe("words that the policy does not know", () => {
  it("are none where every word is known, and people may stand for roles", async () => {
    const files = {
      "flags.csv": "pupil,flag\nP1,looked-after\nP2,free-school-meals\n",
      "parents.csv": "pupil,person,responsibility,lives-with,cares\nP1,A1,yes,yes,yes\n",
      "staff.csv": "role,name\nheadteacher,Ms Okoro\n",
      "arrivals.csv": "pupil,at,reason\nP1,2026-04-28 09:01,illness\nP1,2026-04-29 09:01,\n",
      "log.csv":
        "act,object,date,pupil,by,to,reason,answer\nsend,letter-1,2026-04-28,P1,school-office,A1;headteacher,,\nreport-absence,,2026-04-28,P1,A1,,holiday,\ndecide,genuine,2026-04-28,P1,headteacher,,,yes\n",
    };
    expect(said({ diagnostics: await strange(files) })).toEqual([]);
  });

  it.each([
    [
      "a flag",
      { "flags.csv": "pupil,flag\nP1,looked-after\nP1,loked-after\n" },
      "flags.csv:3",
      'no flag "loked-after"',
      '"looked-after"',
    ],
    [
      "a role of the staff",
      { "staff.csv": "role,name\nhead-teacher,Ms Okoro\n" },
      "staff.csv:2",
      'no role "head-teacher"',
      '"headteacher"',
    ],
    [
      "who acted",
      { "log.csv": "act,date,by\nsend,2026-04-28,office\n" },
      "log.csv:2",
      'no role "office"',
      "headteacher and school-office",
    ],
    [
      "to whom",
      { "log.csv": "act,date,to\nsend,2026-04-28,headteacher;A9\n" },
      "log.csv:2",
      'no role "A9"',
      "headteacher and school-office",
    ],
    ["an act", { "log.csv": "act,date\nsent,2026-04-28\n" }, "log.csv:2", 'no act "sent"', '"send"'],
    [
      "what it was about",
      { "log.csv": "act,object,date\nsend,leter-1,2026-04-28\n" },
      "log.csv:2",
      'no thing "leter-1"',
      '"letter-1"',
    ],
    [
      "a decision",
      { "log.csv": "act,object,date\ndecide,genuin,2026-04-28\n" },
      "log.csv:2",
      'no decision "genuin"',
      '"genuine"',
    ],
    [
      "an answer",
      { "log.csv": "act,object,date,answer\ndecide,genuine,2026-04-28,Yes\n" },
      "log.csv:2",
      'no answer to genuine "Yes"',
      '"yes"',
    ],
    [
      "a reason",
      { "log.csv": "act,date,reason\nreport-absence,2026-04-28,ilness\n" },
      "log.csv:2",
      'no reason "ilness"',
      '"illness"',
    ],
    [
      "a reason at the door",
      { "arrivals.csv": "pupil,at,reason\nP1,2026-04-28 09:01,bus\n" },
      "arrivals.csv:2",
      'no reason "bus"',
      "illness and holiday",
    ],
  ])(
    "are told at their row, with the word that was probably meant: %s",
    async (_what, files, place, message, suggestion) => {
      const diagnostics = await strange(files);
      expect(said({ diagnostics }).join()).toMatch(new RegExp(`^${place}:1 warning data-word-unknown$`));
      expect(sentence({ diagnostics })).toContain(message);
      expect(sentence({ diagnostics })).toContain(suggestion);
    },
  );

  it("are none of a kind of which the policy does not speak", async () => {
    const files = { "flags.csv": "pupil,flag\nP2,fsm\n" };
    expect(await strange(files, { ...vocabulary, flags: new Set() })).toEqual([]);
  });

  it("are told once each, where they first stand, and counted", async () => {
    const diagnostics = await strange({
      "flags.csv": "pupil,flag\nP2,fsm\nP1,fsm\nP1,looked-after\nP1,eal\nP2,eal\nP2,fsm\n",
    });
    expect(said({ diagnostics })).toEqual([
      "flags.csv:2:1 warning data-word-unknown",
      "flags.csv:5:1 warning data-word-unknown",
    ]);
    expect(sentence({ diagnostics: diagnostics.slice(0, 1) })).toBe(
      'The policy knows no flag "fsm", so no rule takes notice of it here or in 2 other rows. Did you mean "free-school-meals"? Write the policy\'s own word in the file, or give it this second name in the policy: `flag fsm same as …`.',
    );
    expect(sentence({ diagnostics: diagnostics.slice(1) })).toContain("here or in another row.");
  });
});
