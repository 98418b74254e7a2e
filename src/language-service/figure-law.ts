// A figure of a policy and what the national layer lays down → how far the law lets it go, in words and as an author would write it.
// Only what the nation declares is known; where it declares nothing, nothing is said.

import { nationalAmounts, nationalNumber, national } from "../analysis/nation.ts";
import { closingTime, isAfterClose, secondsOf } from "../analysis/registers.ts";
import { surveyOf } from "../analysis/survey.ts";
import type { Survey } from "../analysis/survey.ts";
import { speaksOf, topicOf } from "../analysis/topic.ts";
import { plural, pounds } from "../analysis/wording.ts";
import type { Model, Register } from "../checker/model.ts";
import { written } from "../explain/written.ts";
import { formatTime } from "../school/moment.ts";
import { remember } from "../support/remember.ts";
import { wordList } from "../support/word-list.ts";
import type * as Ast from "../syntax/ast.ts";
import type { Node } from "../syntax/walk.ts";
import { declarationOf } from "./figure-limits.ts";
import type { PolicyFigure } from "./figures.ts";

export interface FigureLaw {
  readonly least?: string;
  readonly most?: string;
  readonly says: string;
}

const surveyed = remember((model: Model): Survey => surveyOf(model));

/** Undefined where the law says nothing of such a figure. */
export function lawOnFigure(model: Model, { within, kind }: PolicyFigure): FigureLaw | undefined {
  const declared = declarationOf(within);
  if (declared === undefined) return undefined;
  const survey = surveyed(model);
  switch (declared.kind) {
    case "register":
      return kind === "time" ? lawOnRegister(survey, declared, within.at(-1)) : undefined;
    case "measure":
      return kind === "money" ? lawOnPenalty(survey, declared.name.text) : undefined;
    case "status":
      return lawOnStatus(survey, declared);
    default:
      return undefined;
  }
}

/** How long a register stays open: its close follows its opening, and the other way round. */
function lawOnRegister(survey: Survey, { name, group }: Ast.Register, line: Node | undefined): FigureLaw | undefined {
  const register = survey.model.registers.find((each) => each.name === name.text && each.group === group?.text);
  const minutes = nationalNumber(survey, national.longestOpenRegister)?.n;
  if (register === undefined || minutes === undefined) return undefined;
  const [opens, closes] = [secondsOf(register.opens), closingTime(register)];
  const says = (from: number, to: number): FigureLaw => ({
    least: formatTime(from),
    most: formatTime(to),
    says: `From ${formatTime(from)} to ${formatTime(to)}: by law the register stays open for at most ${plural(minutes, "minute")}.`,
  });
  const moment = line?.kind === "register-moment" ? line.moment.words.map(({ text }) => text).join(" ") : "";
  if (opens !== undefined && (moment === "closes" || isClose(register, line))) return says(opens, opens + minutes * 60);
  return moment === "opens" && closes !== undefined ? says(closes - minutes * 60, closes) : undefined;
}

/** Where no time is given for the close, those who come too late for the register mark it. */
function isClose(register: Register, line: Node | undefined): boolean {
  if (line?.kind !== "register-zone" || secondsOf(register.closes) !== undefined) return false;
  return register.zones.some((zone) => isAfterClose(zone) && zone.origin.span.from === line.span.from);
}

function lawOnPenalty(survey: Survey, name: string): FigureLaw | undefined {
  const anchor = survey.model.measures.get(name)?.anchor;
  const lawful = [...new Set(nationalAmounts(survey, "notice"))].toSorted((a, b) => a - b);
  const [least, most] = [lawful[0], lawful.at(-1)];
  if (anchor?.kind !== "act" || anchor.act !== national.issuePenaltyNotice || least === undefined || most === undefined)
    return undefined;
  const words = wordList(lawful.map(pounds), "or");
  return { least: pounds(least), most: pounds(most), says: `By law a penalty notice asks for ${words}.` };
}

function lawOnStatus(survey: Survey, { name, title }: Ast.Status): FigureLaw | undefined {
  const topics = [topicOf(name.text), topicOf(title?.text ?? "")];
  const law = [...survey.model.statuses.values()].find(
    (each) => survey.isNational(each) && topics.some((topic) => speaksOf(topic, topicOf(each.name))),
  );
  if (law === undefined || law.rule.kind !== "when") return undefined;
  return { says: `By law “${law.title}” is: ${written(law.rule.condition.span)}.` };
}
