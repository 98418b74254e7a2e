// Answers → a complete rule file in the text form, a comment over each part, and `unspecified` wherever the policy does not say.

import { formatTime, parseTime } from "../school/moment.ts";

export interface Start {
  /** The policy's name: that of its folder and file. */
  readonly name: string;
  /** The layer that it extends. */
  readonly extends: string;
  /** By the keys of the questions, as `readAnswer` gives them; a missing one is not said. */
  readonly answers: ReadonlyMap<string, string>;
}

const HOLE = "unspecified";

const OWN_WORDS = `-- Letters are written in your own words; what stands in braces is filled in for each pupil. \`rollcall letters\` writes them.
`;

/** How a letter to parents speaks of the time over which attendance is counted. */
const WINDOW_WORDS: ReadonlyMap<string, string> = new Map([
  ["this year", "in this school year"],
  ["this term", "in this term"],
  ["this half-term", "in this half-term"],
]);

/** The text, not yet laid out. It is a sound policy whatever was answered. */
export function writePolicy(start: Start): string {
  return [head, target, times, firstDay, lateness, falling, leave, penalties, figures, examples]
    .map((part) => part(start).trim())
    .filter((text) => text !== "")
    .join("\n\n")
    .concat("\n");
}

function said({ answers }: Start, key: string): string {
  return answers.get(key) ?? HOLE;
}

/** `5 school days`, or a hole. */
function length(start: Start, key: string, unit: string): string {
  const count = start.answers.get(key);
  return count === undefined ? HOLE : `${count} ${count === "1" ? unit.replace(/s$/, "") : unit}`;
}

/** Who does it; the senior attendance champion, whom every school must have, where the policy names nobody. */
function who({ answers }: Start, key: string): { readonly role: string; readonly note: string } {
  const role = answers.get(key);
  return role === undefined
    ? { role: "senior-attendance-champion", note: "-- Your policy does not say who: put in the role that it means.\n" }
    : { role, note: "" };
}

function head(start: Start): string {
  const school = said(start, "school");
  const review = start.answers.get("review-by");
  return `-- The attendance policy of ${school} as a program, in the order in which a policy is written.
-- \`unspecified\` stands where the policy does not say: the compiler goes on asking, and nothing is made up.
-- Cite the clause behind a rule, in [ ] at the end of its line or, in YAML, under \`clauses\`, and list them in a file beside it.

school policy ${start.name} "${school.replaceAll('"', '""')}"
extends ${start.extends}
in force from ${said(start, "in-force-from")}
${review === undefined ? "" : `review by ${review}\n`}calendar from "./calendar.yaml"`;
}

function target(start: Start): string {
  return `-- ------------------------------------------------ the target

parameter target is ${said(start, "target")}

status below-target "Below the school's target" when attendance this year below target`;
}

function times(start: Start): string {
  const [opens, closes, ends] = ["morning-opens", "morning-closes", "day-ends"].map((key) => start.answers.get(key));
  const zones = [
    ...(opens === undefined || closes === undefined ? [] : [`L after ${opens} until ${closes}`]),
    ...(closes === undefined ? [] : [`U after ${closes} unless another-code-fits`]),
  ];
  const exception =
    closes === undefined
      ? ""
      : `-- U is for those who come late and for whom no other code fits.
decision another-code-fits "Does another code fit than U?" by school-office {
  test "an appointment that could be at no other time, and was shown"
  test "the school's own bus or taxi was late"
}

`;
  return `-- ------------------------------------------------ times of the day

${exception}register morning {
  opens ${opens ?? HOLE}
  closes ${closes ?? HOLE}
  ${[...(ends === undefined ? [] : [`day ends ${ends}`]), ...zones].join("\n")}
}

register afternoon {
  opens ${said(start, "afternoon-opens")}
  closes ${said(start, "afternoon-closes")}
}`;
}

function firstDay(start: Start): string {
  const through = start.answers.get("report-through");
  const caller = who(start, "calls");
  const [visit, told] = [start.answers.get("visit-on-day"), start.answers.get("authority-told-on-day")];
  const steps = [
    `step call on start {
      each school day of absence {
        if not absence reported today {
          ${caller.role} must telephone parents by ${said(start, "call-by")}
        }
      }
    }`,
    ...(visit === undefined
      ? []
      : [
          `step visit "Home visit" on day ${visit} of absence { designated-safeguarding-lead must visit home by end of day }`,
        ]),
    ...(told === undefined
      ? []
      : [
          `step tell "The authority is told" on day ${told} of absence { designated-safeguarding-lead must tell local-authority by end of day }`,
        ]),
  ];
  return `-- ------------------------------------------------ the first day of absence

-- A call covers a day: on each further one the parents call again.
procedure parents-report "Parents tell the school" for each absence {
  step call on start {
    each school day of absence {
      parents must report-absence ${through === undefined ? "" : `through ${through}`} by ${said(start, "report-by")}
    }
  }
}

${caller.note}procedure no-word "If the school has not heard" for each away-absence {
  ends when absence reported as heard
  ${steps.join("\n")}
}`;
}

function lateness(start: Start): string {
  return `-- ------------------------------------------------ lateness

parameter lates-before-letter is ${length(start, "lates-at-most", "sessions")}

procedure punctuality "Late too often" for each half-term {
  step letter "Letter about lateness" when count of late sessions this half-term at least lates-before-letter {
    school-office must send lateness-letter to parents within 5 school days
  }
}

${OWN_WORDS}document lateness-letter "Letter about lateness" {
  needs number-of-lates is count of late sessions this half-term
  says "Dear {parents},"
  says "{pupil} has come late to {number-of-lates} this half-term. Lessons begin when the register opens, and who comes later misses the start of each of them."
  says "Please tell us if something makes the morning hard. We would like to help."
  says "{sender}"
}`;
}

function falling(start: Start): string {
  const over = start.answers.get("counted-over") ?? "this year";
  const writer = who(start, "letters-by");
  const unit = "school weeks";
  const recovered = start.answers.get("recovered-at");
  const below = (limit: string): string =>
    `attendance ${over} below ${limit} and count of possible sessions ${over} at least smallest-base`;
  return `-- ------------------------------------------------ falling attendance

${start.answers.has("counted-over") ? "" : "-- Your policy does not say over what time attendance is counted: here it is the school year so far.\n"}parameter smallest-base is ${length(start, "counted-from", "sessions")}
parameter first-letter-line is ${said(start, "first-letter-below")}
parameter second-letter-line is ${said(start, "second-letter-below")}
parameter meeting-line is ${said(start, "meeting-below")}
parameter time-to-improve is ${length(start, "weeks-between", unit)}
parameter recovery-line is ${said(start, "recovered-at")}

${writer.note}procedure letters "Letters about attendance" for each year, may start again {
  starts when ${below("first-letter-line")}
  ${recovered === undefined ? "" : `ends when attendance ${over} at least recovery-line as recovered`}
  step first "First letter" on start {
    ${writer.role} must send first-letter to parents within 5 school days
    wait time-to-improve
  }
  step second "Second letter" when ${below("second-letter-line")} {
    ${writer.role} must send second-letter to parents within 5 school days
    wait time-to-improve
  }
  step meeting "Meeting" when ${below("meeting-line")} {
    ${writer.role} must invite parents within 5 school days
  }
}

document first-letter "First letter about attendance" {
  needs attendance-figure is attendance ${over}
  says "Dear {parents},"
  says "{pupil} has attended {attendance-figure} of sessions ${WINDOW_WORDS.get(over) ?? over}. We write to every family once that is below {first-letter-line}."
  ${start.answers.has("target") ? 'says "Our school aims for {target}."' : ""}
  says "Please tell us what keeps {pupil} from coming, and what would help."
  says "{sender}"
}

document second-letter "Second letter about attendance" {
  needs attendance-figure is attendance ${over}
  says "Dear {parents},"
  says "We wrote to you before about {pupil}'s attendance. It is now {attendance-figure} ${WINDOW_WORDS.get(over) ?? over}, which is below {second-letter-line}."
  says "If it goes on falling we invite you to a meeting, so that school and family can agree what to do." when attendance ${over} at least meeting-line
  says "{sender}"
}`;
}

function leave(start: Start): string {
  return `-- ------------------------------------------------ leave of absence

parameter leave-asked-before is ${length(start, "leave-asked-before", "school days")}
parameter leave-decided-within is ${length(start, "leave-decided-within", "school days")}

decision grant-leave "Are the circumstances exceptional, so that leave is agreed?" by headteacher {
  test "a single event of weight, which could be at no other time"
}

procedure leave "Leave of absence" for each ask-leave, in any order {
  step decide "The headteacher decides" on start {
    headteacher must decide grant-leave within leave-decided-within
  }
  step late "Asked for late" when count of school days between leave asked and first-day fewer than leave-asked-before {
    headteacher may refuse-leave
  }
}`;
}

function penalties(start: Start): string {
  return `-- ------------------------------------------------ penalty notices

-- The threshold of 10 sessions, the sums and the days to pay are the nation's: they stand in the layer that this one extends.
parameter warning-line is ${length(start, "warned-at", "sessions")}

procedure warning "Warned before a penalty notice" for each year {
  step warn "Warning" when count of unauthorised sessions in 10 school weeks at least warning-line {
    headteacher must send warning-letter to each parent within 5 school days
  }
}

document warning-letter "Warning about penalty notices" {
  needs number-of-sessions is count of unauthorised sessions in 10 school weeks
  says "Dear {parents},"
  says "{pupil} has missed {number-of-sessions} without leave in the last ten school weeks."
  says "Once it is {penalty-threshold} in {penalty-weeks}, the law has the headteacher consider a penalty notice for each parent. Please talk to us before it comes to that."
  says "{sender}"
}`;
}

function figures(start: Start): string {
  const looker = who(start, "figures-looked-at-by");
  return `-- ------------------------------------------------ looking at the figures

${looker.note}duty weekly-figures "Looking at the week's figures" every week {
  ${looker.role} must review attendance-figures by end of week
}`;
}

/** A Monday of an ordinary school week, and its Tuesday, in the calendar that is written beside the policy. */
function examples(start: Start): string {
  const [by, calledBy] = [start.answers.get("report-by"), start.answers.get("call-by")];
  const caller = who(start, "calls").role;
  const heard = `example "a child who is ill for two days, and was heard of on the first" {
  pupil year 4
  week of 2026-11-09 "II II // // //"
  on 2026-11-09 08:00 log report-absence by parents with reason illness, channel phone
  on 2026-11-09 16:30 expect done parents must report-absence
  on 2026-11-10 16:30 expect ${by === undefined ? "open" : "overdue"} parents must report-absence
  on 2026-11-09 16:30 expect no ${caller} must telephone parents
}`;
  const unheard =
    calledBy === undefined
      ? ""
      : `\n\nexample "nobody has called" {
  pupil year 4
  week of 2026-11-09 "NN // // // //"
  on 2026-11-09 ${after(calledBy)} expect overdue ${caller} must telephone parents
}`;
  return `-- ------------------------------------------------ examples, for \`rollcall test\`

${heard}${unheard}`;
}

/** A minute later. */
function after(time: string): string {
  return formatTime((parseTime(time) ?? 0) + 60).slice(0, 5);
}
