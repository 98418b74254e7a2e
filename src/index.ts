// The public door: everything a program, a page or the command line may use. Loads nothing of Node's and no TypeScript writer.

export { compile } from "./compile.ts";
export type { Compilation } from "./compile.ts";
export { turnFigure } from "./turn-figure.ts";
export type { FigureEdit, Turned } from "./turn-figure.ts";
export { draft, examplesOf } from "./draft.ts";
export type { Draft, Library, YamlForm } from "./draft.ts";

export { guardSmall } from "./support/small-numbers.ts";
export type { Guarded } from "./support/small-numbers.ts";

export { endPositionOf, makeSource, offsetAt, positionAt, positionOf, spanText } from "./source/text.ts";
export type { Position, SourceText, Span } from "./source/text.ts";

export { hasErrors } from "./diagnostics/diagnostic.ts";
export type { Diagnostic, Edit, Fix } from "./diagnostics/diagnostic.ts";
export type { Checked } from "./diagnostics/checked.ts";
export { renderDiagnostic, renderDiagnostics } from "./diagnostics/render.ts";
export { renderInGroups } from "./diagnostics/render-groups.ts";
export { summariseDiagnostics } from "./diagnostics/order.ts";
export { applyEdits, applyFixes } from "./diagnostics/apply-fixes.ts";
export { toGithub } from "./diagnostics/to-github.ts";
export { toJson } from "./diagnostics/to-json.ts";
export { toJunit } from "./diagnostics/to-junit.ts";
export { toSarif } from "./diagnostics/to-sarif.ts";
export type { JsonDiagnostic } from "./diagnostics/to-json.ts";
export { makePaint } from "./diagnostics/paint.ts";
export type { Ink, Paint } from "./diagnostics/paint.ts";

export { printModel } from "./checker/print.ts";
export { declarationAt } from "./analysis/declaration-at.ts";
export { unacceptable } from "./analysis/unacceptable.ts";
export type { AcceptedFinding } from "./analysis/acceptance.ts";
export { withAcceptance } from "./yaml/accepted-file.ts";
export type { Acceptance } from "./yaml/accepted-file.ts";
export { headerEdit } from "./checker/header-edit.ts";
export { namedFile } from "./checker/headers.ts";

export { parsePolicy } from "./syntax/parse.ts";
export { printPolicy } from "./syntax/print.ts";
export { parseYamlPolicy } from "./yaml/parse-yaml.ts";
export { toYaml } from "./yaml/print-yaml.ts";
export { readClauses } from "./yaml/clause-file.ts";
export { yamlForm } from "./yaml-form.ts";
export type { Clause } from "./yaml/clause-file.ts";

export { formOf, blankAnswers, readAnswers } from "./init/read-answers.ts";
export { readAnswer } from "./init/read-answer.ts";
export { questions } from "./init/questions.ts";
export type { Question } from "./init/questions.ts";
export { sampleCalendar } from "./init/sample-calendar.ts";
export { writePolicy } from "./init/write-policy.ts";

export { checkWords } from "./data/check-words.ts";
export type { Vocabulary } from "./data/check-words.ts";
export { offRollCodes } from "./data/mark-taker.ts";
export { readSchool } from "./data/read-school.ts";
export type { ReadSchool } from "./data/read-school.ts";
export { readRegister } from "./data/read-register.ts";
export type { ReadRegister } from "./data/read-register.ts";
export { memoryFolder } from "./data/read-folder.ts";
export type { ReadFolder } from "./data/read-folder.ts";
export { readWorkbook } from "./data/read-workbook.ts";
export { plainHeading } from "./data/tables.ts";
export { writeCalendar } from "./data/write-calendar.ts";
export { writeCsv } from "./data/write-csv.ts";

export { makeWorld } from "./runtime/world.ts";
export type { World } from "./runtime/world.ts";
export { factsOf } from "./runtime/dossier.ts";
export { evaluatePupil, evaluateSchool } from "./runtime/evaluate.ts";
export { advance, outcomeAt, startState } from "./runtime/advance.ts";
export type { SchoolDay, State } from "./runtime/advance.ts";
export { watchChanges } from "./runtime/changes.ts";
export type { Changes } from "./runtime/changes.ts";
export { loadState, saveState } from "./runtime/state-to-json.ts";
export type { SavedState } from "./runtime/state-to-json.ts";
export { fingerprintOfPolicy } from "./ir/fingerprint-of-policy.ts";
export type { Obligation, Outcome } from "./runtime/outcome.ts";

export { makeCalendar } from "./school/calendar.ts";
export type { Calendar } from "./school/calendar.ts";
export type { CalendarPlan } from "./school/calendar-plan.ts";
export { formatDay, parseDay } from "./school/day.ts";
export type { Day } from "./school/day.ts";
export { dayOf, formatMoment, parseMoment } from "./school/moment.ts";
export type { Moment } from "./school/moment.ts";
export type { PupilRecord, SchoolRecord } from "./school/record.ts";

export { makeMorningList, makingMorningList, nameOf } from "./morning/make-morning-list.ts";
export { vocabularyOf } from "./morning/vocabulary-of.ts";
export { inventRecords, inventSchool } from "./morning/invent-school.ts";
export type { Item, MorningList, RoleList } from "./morning/morning-list.ts";
export { printMorningList } from "./morning/print-text.ts";
export { morningListToJson } from "./morning/to-json.ts";
export { morningHeadings, morningRows } from "./morning/write-table.ts";

export { makeHindsight } from "./hindsight/make-hindsight.ts";
export type { Finding, Hindsight, HindsightCase } from "./hindsight/hindsight.ts";
export { hindsightHeadings, hindsightRows, hindsightToJson } from "./hindsight/hindsight-to-json.ts";
export { printHindsight } from "./hindsight/print-hindsight.ts";
export { lastKnown } from "./hindsight/last-known.ts";

export { makeLetters } from "./letters/make-letters.ts";
export type { Letters, LettersQuestion } from "./letters/make-letters.ts";
export type { Lack, Letter, LetterOutcome, Refused as RefusedLetter } from "./letters/letter.ts";
export { readValues } from "./letters/read-values.ts";
export type { OfficeValues } from "./letters/read-values.ts";
export { valuesTemplate } from "./letters/write-values.ts";

export { runExample } from "./examples/run-example.ts";
export type { ExampleResult } from "./examples/run-example.ts";

export { coverClauses } from "./coverage/clause-coverage.ts";
export type { ClauseCoverage } from "./coverage/clause-coverage.ts";
export { calendarFile } from "./coverage/calendar-file.ts";
export { parentOf, policyCalendar } from "./coverage/policy-calendar.ts";
export { provenBy } from "./coverage/prove.ts";
export type { ProofReport } from "./coverage/prove.ts";
export { openTrial, tryAll } from "./coverage/trial.ts";
export type { Edits, Helper, Trial, Verdict } from "./coverage/trial.ts";
export { coverExamples } from "./coverage/cover-examples.ts";
export type { CoveredDeclaration } from "./coverage/cover-examples.ts";
export { printReached, reachedToJson } from "./coverage/print-reached.ts";
export { printScore, reachesScore, scoreOf, scoreToJson } from "./coverage/score.ts";
export { suggestExamples } from "./coverage/suggest.ts";
export type { Suggestion } from "./coverage/suggest.ts";
export { addExample, yamlExample } from "./coverage/add-example.ts";
export { pupilExample } from "./coverage/pupil-example.ts";
export type { PupilExample } from "./coverage/pupil-example.ts";
export { coverageToJson, printCoverage, printProof, proofToJson } from "./coverage/print-coverage.ts";

export { compareMany } from "./compare/compare-many.ts";
export type { Comparison, Entry, Row } from "./compare/comparison.ts";
export { comparisonToJson, comparisonToMarkdown, printComparison } from "./compare/print-comparison.ts";
export { compareForPupil, compareOutcomes } from "./compare/same-pupil.ts";
export type { SamePupil } from "./compare/same-pupil.ts";

export { outlineOf } from "./outline/outline.ts";
export type { Outline } from "./outline/outline.ts";
export { outlineTables, outlineToJson, printOutline } from "./outline/print-outline.ts";

export { comparePolicies } from "./diff/compare-policies.ts";
export type { PolicyDiff } from "./diff/compare-policies.ts";
export { standAfter, standOfCohort } from "./diff/cohort.ts";
export type { CohortStand } from "./diff/cohort.ts";
export { comparePopulations, populationDiff } from "./diff/compare-populations.ts";
export type { PopulationDiff } from "./diff/compare-populations.ts";
export type { DiffSide } from "./diff/diff-side.ts";
export { diffToJson } from "./diff/diff-to-json.ts";
export { printDiff, sayVerdictReason, verdictWords, whomItTouches } from "./diff/print-diff.ts";
export { printPopulations } from "./diff/print-populations.ts";

export { openCase } from "./explain/case.ts";
export type { Case } from "./explain/case.ts";
export { partOfCase } from "./explain/part-of-case.ts";
export { explainObligation } from "./explain/why.ts";
export type { Explanation } from "./explain/why.ts";
export type { Turn } from "./explain/ahead.ts";
export type { WhyNot } from "./explain/why-not.ts";
export { explainAbsence } from "./explain/why-not.ts";
export { explainBand, explainQuestion, explainStatus } from "./explain/why-standing.ts";
export type { Standing } from "./explain/why-standing.ts";
export { attendanceLine } from "./explain/attendance-line.ts";
export { attendanceLimits } from "./explain/attendance-limits.ts";
export type { AttendanceLimit } from "./explain/attendance-limits.ts";
export { nextIfAbsent, nextToOpen, statusesFromMarks, wayBack } from "./explain/ahead.ts";
export { sayClauses, sayDay, sayFigure, sayMoment, sayObligation, sayWords } from "./explain/say.ts";
export { outlineTrace, sayMarks } from "./explain/say-trace.ts";

export { bindingAt, bindingsOf } from "./language-service/bindings.ts";
export { changedStretch } from "./language-service/changed-stretch.ts";
export { clauseOf, clausesOf } from "./language-service/clauses-of.ts";
export { codeLenses, exampleLens } from "./language-service/code-lenses.ts";
export type { CodeLens, ExampleLens } from "./language-service/code-lenses.ts";
export { sayTouched, touchedSince } from "./language-service/since-commit.ts";
export { fixesAt } from "./language-service/fixes-at.ts";
export type { OfferedFix } from "./language-service/fixes-at.ts";
export { inlayHints } from "./language-service/inlay-hints.ts";
export type { InlayHint } from "./language-service/inlay-hints.ts";
export { layOutPolicy } from "./language-service/lay-out.ts";
export { chainOf, definitionsAt, referencesAt, rootOf } from "./language-service/references.ts";
export { rename, renamePlace } from "./language-service/rename.ts";
export type { Renaming } from "./language-service/rename.ts";
export { stretchesAt } from "./language-service/selection.ts";
export { semanticTokens } from "./language-service/semantic-tokens.ts";
export type { SemanticToken } from "./language-service/semantic-tokens.ts";
export { targetWords } from "./language-service/target.ts";
export { yamlCompletionsAt, yamlKeyAt } from "./language-service/yaml-completions.ts";
export { completionsAt } from "./language-service/completions.ts";
export type { Completion, Known } from "./language-service/completions.ts";
export { hoverAt } from "./language-service/hover.ts";
export type { Hover } from "./language-service/hover.ts";
export { rangeOfFigure } from "./language-service/figure-range.ts";
export type { FigureRange } from "./language-service/figure-range.ts";
export { highlight, highlightPieces } from "./language-service/highlight.ts";
export type { Highlight, HighlightedText } from "./language-service/highlight.ts";
export { foldsOf, symbolsOf } from "./language-service/symbols.ts";
export { figuresOf, stepped } from "./language-service/figures.ts";
export type { FigureKind, PolicyFigure } from "./language-service/figures.ts";
export { layerOfFigure, layerWords, limitOfFigure, lockOnFigure } from "./language-service/figure-limits.ts";
export type { FigureLimit } from "./language-service/figure-limits.ts";
export { figureTopics, topicsOfFigures } from "./language-service/figure-topic.ts";
export type { FigureTopic } from "./language-service/figure-topic.ts";
export { figureWords } from "./language-service/figure-words.ts";
export type { FigureWords } from "./language-service/figure-words.ts";
