// Generated from the parser's rules: `npm run generate` writes this file.

import type { CstNodeLocation, IToken } from "chevrotain";

type Tokens = readonly IToken[];

interface Node<Children> {
  readonly location?: CstNodeLocation;
  readonly children: Children;
}

export type Name = Node<{ readonly AnyName: Tokens }>;
export type Names = Node<{ readonly name: readonly Name[]; readonly Comma?: Tokens }>;
export type Codes = Node<{ readonly RegisterCode: Tokens; readonly Comma?: Tokens }>;
export type Words = Node<{ readonly wordOfPhrase: readonly WordOfPhrase[] }>;
export type WordOfPhrase = Node<{ readonly AnyName?: Tokens; readonly Unit?: Tokens }>;
export type Unit = Node<{ readonly Unit?: Tokens; readonly AnyName?: Tokens }>;
export type Quantity = Node<{ readonly Number: Tokens; readonly unit: readonly Unit[] }>;
export type Extent = Node<{ readonly quantity?: readonly Quantity[]; readonly name?: readonly Name[] }>;
export type Literal = Node<{
  readonly measured?: readonly Measured[];
  readonly Percent?: Tokens;
  readonly Money?: Tokens;
  readonly ClockTime?: Tokens;
  readonly CalendarDate?: Tokens;
  readonly DateTime?: Tokens;
  readonly Text?: Tokens;
}>;
export type Measured = Node<{ readonly Number: Tokens; readonly unit?: readonly Unit[] }>;
export type Ref = Node<{
  readonly words?: readonly Words[];
  readonly CalendarDate?: Tokens;
  readonly DateTime?: Tokens;
}>;
export type Window = Node<{
  readonly periodWindow?: readonly PeriodWindow[];
  readonly lengthWindow?: readonly LengthWindow[];
  readonly sinceWindow?: readonly SinceWindow[];
  readonly betweenWindow?: readonly BetweenWindow[];
  readonly OverUnspecified?: Tokens;
  readonly Ever?: Tokens;
  readonly Today?: Tokens;
}>;
export type PeriodWindow = Node<{ readonly This?: Tokens; readonly Previous?: Tokens; readonly unit: readonly Unit[] }>;
export type LengthWindow = Node<{ readonly Last?: Tokens; readonly In?: Tokens; readonly extent: readonly Extent[] }>;
export type SinceWindow = Node<{ readonly Since: Tokens; readonly ref: readonly Ref[] }>;
export type BetweenWindow = Node<{ readonly Between: Tokens; readonly ref: readonly Ref[]; readonly And: Tokens }>;
export type Count = Node<{
  readonly CountWord?: Tokens;
  readonly Of?: Tokens;
  readonly LongestRunOf?: Tokens;
  readonly CurrentRunOf?: Tokens;
  readonly words: readonly Words[];
  readonly Coded?: Tokens;
  readonly codes?: readonly Codes[];
  readonly window?: readonly Window[];
}>;
export type Phrase = Node<{
  readonly words: readonly Words[];
  readonly Of?: Tokens;
  readonly whole?: readonly Words[];
  readonly window?: readonly Window[];
  readonly At?: Tokens;
  readonly ref?: readonly Ref[];
}>;
export type Operand = Node<{
  readonly literal?: readonly Literal[];
  readonly Unspecified?: Tokens;
  readonly Today?: Tokens;
  readonly count?: readonly Count[];
  readonly phrase?: readonly Phrase[];
}>;
export type Anchor = Node<{
  readonly name: readonly Name[];
  readonly And?: Tokens;
  readonly Coded?: Tokens;
  readonly codes?: readonly Codes[];
}>;
export type Moment = Node<{
  readonly calendarMoment?: readonly CalendarMoment[];
  readonly countedMoment?: readonly CountedMoment[];
  readonly ClockTime?: Tokens;
  readonly Unspecified?: Tokens;
  readonly ref?: readonly Ref[];
}>;
export type CalendarMoment = Node<{
  readonly nextMoment?: readonly NextMoment[];
  readonly dayOfMoment?: readonly DayOfMoment[];
  readonly choiceMoment?: readonly ChoiceMoment[];
  readonly boundMoment?: readonly BoundMoment[];
}>;
export type NextMoment = Node<{ readonly Next: Tokens; readonly unit: readonly Unit[] }>;
export type DayOfMoment = Node<{
  readonly Day: Tokens;
  readonly Number: Tokens;
  readonly Of: Tokens;
  readonly ref: readonly Ref[];
}>;
export type ChoiceMoment = Node<{
  readonly TheEarlierOf?: Tokens;
  readonly TheLaterOf?: Tokens;
  readonly moment: readonly Moment[];
  readonly And: Tokens;
}>;
export type BoundMoment = Node<{
  readonly Start?: Tokens;
  readonly End?: Tokens;
  readonly Of: Tokens;
  readonly words: readonly Words[];
}>;
export type CountedMoment = Node<{ readonly extent: readonly Extent[]; readonly countedFrom: readonly CountedFrom[] }>;
export type CountedFrom = Node<{
  readonly After?: Tokens;
  readonly Before?: Tokens;
  readonly BeginningWith?: Tokens;
  readonly boundMoment?: readonly BoundMoment[];
  readonly ref?: readonly Ref[];
}>;
export type Condition = Node<{ readonly test: readonly Test[]; readonly And?: Tokens; readonly Or?: Tokens }>;
export type Test = Node<{
  readonly negation?: readonly Negation[];
  readonly group?: readonly Group[];
  readonly someOf?: readonly SomeOf[];
  readonly judgement?: readonly Judgement[];
  readonly during?: readonly During[];
  readonly comparison?: readonly Comparison[];
}>;
export type Negation = Node<{ readonly Not: Tokens; readonly test: readonly Test[] }>;
export type Group = Node<{
  readonly OpenGroup: Tokens;
  readonly condition: readonly Condition[];
  readonly CloseGroup: Tokens;
}>;
export type SomeOf = Node<{
  readonly AllOf?: Tokens;
  readonly AnyOf?: Tokens;
  readonly Number?: Tokens;
  readonly Of?: Tokens;
  readonly OpenBlock: Tokens;
  readonly condition: readonly Condition[];
  readonly LineEnd: Tokens;
  readonly CloseBlock: Tokens;
}>;
export type Judgement = Node<{
  readonly Judged: Tokens;
  readonly Text?: Tokens;
  readonly name?: readonly Name[];
  readonly By?: Tokens;
  readonly names?: readonly Names[];
}>;
export type During = Node<{ readonly During: Tokens; readonly words: readonly Words[] }>;
export type Comparison = Node<{
  readonly operand: readonly Operand[];
  readonly Is?: Tokens;
  readonly Not?: Tokens;
  readonly words?: readonly Words[];
  readonly Edge?: Tokens;
  readonly limit?: readonly Limit[];
}>;
export type Limit = Node<{
  readonly calendarMoment?: readonly CalendarMoment[];
  readonly literal?: readonly Literal[];
  readonly countedFrom?: readonly CountedFrom[];
  readonly Unspecified?: Tokens;
  readonly namedMoment?: readonly NamedMoment[];
  readonly count?: readonly Count[];
  readonly phrase?: readonly Phrase[];
}>;
export type NamedMoment = Node<{ readonly name: readonly Name[]; readonly countedFrom: readonly CountedFrom[] }>;
export type Tail = Node<{
  readonly Comma?: Tokens;
  readonly Lock?: Tokens;
  readonly OpenClauses?: Tokens;
  readonly ClauseId?: Tokens;
  readonly CloseClauses?: Tokens;
}>;
export type Party = Node<{ readonly quantifier?: readonly Quantifier[]; readonly name: readonly Name[] }>;
export type Quantifier = Node<{ readonly Each?: Tokens; readonly Either?: Tokens; readonly Number?: Tokens }>;
export type Parties = Node<{ readonly party: readonly Party[]; readonly furtherParty?: readonly FurtherParty[] }>;
export type FurtherParty = Node<{
  readonly Comma?: Tokens;
  readonly And?: Tokens;
  readonly Or?: Tokens;
  readonly party: readonly Party[];
}>;
export type Sentence = Node<{ readonly sentenceBody: readonly SentenceBody[]; readonly tail: readonly Tail[] }>;
export type SentenceBody = Node<{
  readonly parties: readonly Parties[];
  readonly Modal: Tokens;
  readonly name: readonly Name[];
  readonly object?: readonly Object[];
  readonly complement?: readonly Complement[];
  readonly guard?: readonly Guard[];
}>;
export type Object = Node<{
  readonly quantifier?: readonly Quantifier[];
  readonly words: readonly Words[];
  readonly furtherParty?: readonly FurtherParty[];
}>;
export type Complement = Node<{
  readonly recipient?: readonly Recipient[];
  readonly company?: readonly Company[];
  readonly topic?: readonly Topic[];
  readonly route?: readonly Route[];
  readonly instrument?: readonly Instrument[];
  readonly recorded?: readonly Recorded[];
  readonly deadline?: readonly Deadline[];
}>;
export type Recipient = Node<{ readonly To: Tokens; readonly parties: readonly Parties[] }>;
export type Company = Node<{ readonly With: Tokens; readonly parties: readonly Parties[] }>;
export type Topic = Node<{ readonly About: Tokens; readonly words: readonly Words[] }>;
export type Route = Node<{ readonly Through: Tokens; readonly names: readonly Names[] }>;
export type Instrument = Node<{ readonly Using: Tokens; readonly name: readonly Name[] }>;
export type Recorded = Node<{ readonly Recording: Tokens; readonly names: readonly Names[] }>;
export type Deadline = Node<{
  readonly By?: Tokens;
  readonly Before?: Tokens;
  readonly At?: Tokens;
  readonly moment?: readonly Moment[];
  readonly Within?: Tokens;
  readonly extent?: readonly Extent[];
  readonly Of?: Tokens;
  readonly ref?: readonly Ref[];
  readonly ClosedDay?: Tokens;
}>;
export type Guard = Node<{ readonly If?: Tokens; readonly Unless?: Tokens; readonly condition: readonly Condition[] }>;
export type ItemBlock = Node<{
  readonly OpenBlock: Tokens;
  readonly item?: readonly Item[];
  readonly LineEnd?: Tokens;
  readonly CloseBlock: Tokens;
}>;
export type Item = Node<{
  readonly wait?: readonly Wait[];
  readonly branch?: readonly Branch[];
  readonly repeat?: readonly Repeat[];
  readonly itemReadings?: readonly ItemReadings[];
  readonly sentence?: readonly Sentence[];
}>;
export type Wait = Node<{ readonly Wait: Tokens; readonly length: readonly Length[]; readonly tail: readonly Tail[] }>;
export type Length = Node<{ readonly extent?: readonly Extent[]; readonly Unspecified?: Tokens }>;
export type Branch = Node<{
  readonly branchHeading: readonly BranchHeading[];
  readonly itemBlock: readonly ItemBlock[];
  readonly Otherwise?: Tokens;
  readonly otherwise?: readonly ItemBlock[];
}>;
export type BranchHeading = Node<{
  readonly If: Tokens;
  readonly condition: readonly Condition[];
  readonly tail: readonly Tail[];
}>;
export type Repeat = Node<{
  readonly repeatHeading: readonly RepeatHeading[];
  readonly itemBlock: readonly ItemBlock[];
}>;
export type RepeatHeading = Node<{ readonly cadence: readonly Cadence[]; readonly tail: readonly Tail[] }>;
export type Cadence = Node<{
  readonly eachTime?: readonly EachTime[];
  readonly eachDayOf?: readonly EachDayOf[];
  readonly everyLength?: readonly EveryLength[];
}>;
export type EachTime = Node<{
  readonly Each: Tokens;
  readonly Time: Tokens;
  readonly words: readonly Words[];
  readonly cap?: readonly Cap[];
}>;
export type EachDayOf = Node<{
  readonly Each: Tokens;
  readonly unit: readonly Unit[];
  readonly Of: Tokens;
  readonly name: readonly Name[];
  readonly cap?: readonly Cap[];
}>;
export type EveryLength = Node<{
  readonly Every: Tokens;
  readonly length: readonly Length[];
  readonly cap?: readonly Cap[];
  readonly Until: Tokens;
  readonly condition: readonly Condition[];
}>;
export type Cap = Node<{
  readonly AtMost: Tokens;
  readonly Number: Tokens;
  readonly Per: Tokens;
  readonly unit: readonly Unit[];
}>;
export type ReadingsHeading = Node<{
  readonly Readings: Tokens;
  readonly Text: Tokens;
  readonly tail: readonly Tail[];
}>;
export type ReadingHeading = Node<{
  readonly Or?: Tokens;
  readonly Chosen?: Tokens;
  readonly Text: Tokens;
  readonly because?: readonly Because[];
  readonly tail: readonly Tail[];
}>;
export type Because = Node<{ readonly Because: Tokens; readonly Text: Tokens }>;
export type ItemReadings = Node<{
  readonly readingsHeading: readonly ReadingsHeading[];
  readonly OpenBlock: Tokens;
  readonly itemReading?: readonly ItemReading[];
  readonly LineEnd?: Tokens;
  readonly CloseBlock: Tokens;
}>;
export type ItemReading = Node<{
  readonly readingHeading: readonly ReadingHeading[];
  readonly itemBlock: readonly ItemBlock[];
}>;
export type Register = Node<{
  readonly registerHeading: readonly RegisterHeading[];
  readonly registerBlock: readonly RegisterBlock[];
}>;
export type RegisterHeading = Node<{
  readonly Register: Tokens;
  readonly name: readonly Name[];
  readonly For?: Tokens;
  readonly group?: readonly Name[];
  readonly tail: readonly Tail[];
}>;
export type RegisterBlock = Node<{
  readonly OpenBlock: Tokens;
  readonly registerItem?: readonly RegisterItem[];
  readonly LineEnd?: Tokens;
  readonly CloseBlock: Tokens;
}>;
export type RegisterItem = Node<{
  readonly registerReadings?: readonly RegisterReadings[];
  readonly registerZone?: readonly RegisterZone[];
  readonly registerMoment?: readonly RegisterMoment[];
}>;
export type RegisterMoment = Node<{
  readonly words: readonly Words[];
  readonly ClockTime?: Tokens;
  readonly Unspecified?: Tokens;
  readonly tail: readonly Tail[];
}>;
export type RegisterZone = Node<{
  readonly RegisterCode?: Tokens;
  readonly name?: readonly Name[];
  readonly zoneEdges: readonly ZoneEdges[];
  readonly Unless?: Tokens;
  readonly condition?: readonly Condition[];
  readonly tail: readonly Tail[];
}>;
export type ZoneEdges = Node<{ readonly zoneEdge: readonly ZoneEdge[] }>;
export type ZoneEdge = Node<{ readonly Edge: Tokens; readonly ClockTime: Tokens }>;
export type RegisterReadings = Node<{
  readonly readingsHeading: readonly ReadingsHeading[];
  readonly OpenBlock: Tokens;
  readonly registerReading?: readonly RegisterReading[];
  readonly LineEnd?: Tokens;
  readonly CloseBlock: Tokens;
}>;
export type RegisterReading = Node<{
  readonly readingHeading: readonly ReadingHeading[];
  readonly registerBlock: readonly RegisterBlock[];
}>;
export type Coding = Node<{
  readonly codingHeading: readonly CodingHeading[];
  readonly codingBlock: readonly CodingBlock[];
}>;
export type CodingHeading = Node<{
  readonly Coding: Tokens;
  readonly name: readonly Name[];
  readonly tail: readonly Tail[];
}>;
export type CodingBlock = Node<{
  readonly OpenBlock: Tokens;
  readonly codingItem?: readonly CodingItem[];
  readonly LineEnd?: Tokens;
  readonly CloseBlock: Tokens;
}>;
export type CodingItem = Node<{
  readonly codingReadings?: readonly CodingReadings[];
  readonly codingRow?: readonly CodingRow[];
}>;
export type CodingRow = Node<{
  readonly RegisterCode?: Tokens;
  readonly When?: Tokens;
  readonly condition?: readonly Condition[];
  readonly Otherwise?: Tokens;
  readonly tail: readonly Tail[];
}>;
export type CodingReadings = Node<{
  readonly readingsHeading: readonly ReadingsHeading[];
  readonly OpenBlock: Tokens;
  readonly codingReading?: readonly CodingReading[];
  readonly LineEnd?: Tokens;
  readonly CloseBlock: Tokens;
}>;
export type CodingReading = Node<{
  readonly readingHeading: readonly ReadingHeading[];
  readonly OpenBlock: Tokens;
  readonly codingRow?: readonly CodingRow[];
  readonly LineEnd?: Tokens;
  readonly CloseBlock: Tokens;
}>;
export type Act = Node<{ readonly actHeading: readonly ActHeading[]; readonly actBlock?: readonly ActBlock[] }>;
export type ActHeading = Node<{
  readonly Act: Tokens;
  readonly name: readonly Name[];
  readonly Text?: Tokens;
  readonly actPart?: readonly ActPart[];
  readonly tail: readonly Tail[];
  readonly allowed?: readonly Allowed[];
}>;
export type ActPart = Node<{
  readonly Recording?: Tokens;
  readonly fields?: readonly Fields[];
  readonly By?: Tokens;
  readonly names?: readonly Names[];
}>;
export type Fields = Node<{ readonly field: readonly Field[]; readonly Comma?: Tokens }>;
export type Field = Node<{ readonly name: readonly Name[]; readonly As?: Tokens; readonly type?: readonly Name[] }>;
export type ActBlock = Node<{
  readonly OpenBlock: Tokens;
  readonly actLine?: readonly ActLine[];
  readonly LineEnd?: Tokens;
  readonly CloseBlock: Tokens;
}>;
export type ActLine = Node<{ readonly actPart?: readonly ActPart[]; readonly allowed?: readonly Allowed[] }>;
export type Allowed = Node<{
  readonly AllowedOnlyWhen: Tokens;
  readonly condition: readonly Condition[];
  readonly tail: readonly Tail[];
}>;
export type Measure = Node<{
  readonly measureHeading: readonly MeasureHeading[];
  readonly operand?: readonly Operand[];
  readonly tail?: readonly Tail[];
  readonly measureBlock?: readonly MeasureBlock[];
}>;
export type MeasureHeading = Node<{
  readonly Measure: Tokens;
  readonly name: readonly Name[];
  readonly ForEach?: Tokens;
  readonly anchor?: readonly Anchor[];
  readonly Is: Tokens;
}>;
export type MeasureBlock = Node<{
  readonly OpenBlock: Tokens;
  readonly measureRow?: readonly MeasureRow[];
  readonly LineEnd?: Tokens;
  readonly CloseBlock: Tokens;
}>;
export type MeasureRow = Node<{
  readonly Otherwise?: Tokens;
  readonly operand?: readonly Operand[];
  readonly When?: Tokens;
  readonly condition?: readonly Condition[];
  readonly tail: readonly Tail[];
}>;
export type Status = Node<{
  readonly Status: Tokens;
  readonly name: readonly Name[];
  readonly Text?: Tokens;
  readonly When?: Tokens;
  readonly condition?: readonly Condition[];
  readonly statusSwitch?: readonly StatusSwitch[];
  readonly tail: readonly Tail[];
}>;
export type StatusSwitch = Node<{
  readonly From: Tokens;
  readonly words: readonly Words[];
  readonly Until: Tokens;
  readonly end?: readonly Words[];
  readonly Unspecified?: Tokens;
}>;
export type Bands = Node<{
  readonly bandsHeading: readonly BandsHeading[];
  readonly OpenBlock: Tokens;
  readonly band?: readonly Band[];
  readonly LineEnd?: Tokens;
  readonly CloseBlock: Tokens;
}>;
export type BandsHeading = Node<{
  readonly Bands: Tokens;
  readonly name: readonly Name[];
  readonly Of: Tokens;
  readonly operand: readonly Operand[];
  readonly tail: readonly Tail[];
}>;
export type Band = Node<{
  readonly Text: Tokens;
  readonly bandEdges: readonly BandEdges[];
  readonly Worth?: Tokens;
  readonly literal?: readonly Literal[];
  readonly tail: readonly Tail[];
}>;
export type BandEdges = Node<{ readonly bandEdge: readonly BandEdge[] }>;
export type BandEdge = Node<{ readonly Edge: Tokens; readonly literal: readonly Literal[] }>;
export type Procedure = Node<{
  readonly procedureHeading: readonly ProcedureHeading[];
  readonly procedureBlock: readonly ProcedureBlock[];
}>;
export type ProcedureHeading = Node<{
  readonly Procedure: Tokens;
  readonly name: readonly Name[];
  readonly Text?: Tokens;
  readonly ForEach: Tokens;
  readonly anchor: readonly Anchor[];
  readonly Comma?: Tokens;
  readonly procedureOption?: readonly ProcedureOption[];
  readonly tail: readonly Tail[];
}>;
export type ProcedureOption = Node<{
  readonly May?: Tokens;
  readonly Start?: Tokens;
  readonly Again?: Tokens;
  readonly InAnyOrder?: Tokens;
  readonly ChangesApplyAtOnce?: Tokens;
}>;
export type ProcedureBlock = Node<{
  readonly OpenBlock: Tokens;
  readonly procedureItem?: readonly ProcedureItem[];
  readonly LineEnd?: Tokens;
  readonly CloseBlock: Tokens;
}>;
export type ProcedureItem = Node<{
  readonly transition?: readonly Transition[];
  readonly step?: readonly Step[];
  readonly procedureReadings?: readonly ProcedureReadings[];
}>;
export type Transition = Node<{
  readonly Starts?: Tokens;
  readonly When?: Tokens;
  readonly Ends?: Tokens;
  readonly Pauses?: Tokens;
  readonly While?: Tokens;
  readonly condition: readonly Condition[];
  readonly As?: Tokens;
  readonly name?: readonly Name[];
  readonly tail: readonly Tail[];
}>;
export type Step = Node<{ readonly stepHeading: readonly StepHeading[]; readonly itemBlock: readonly ItemBlock[] }>;
export type StepHeading = Node<{
  readonly Step: Tokens;
  readonly name: readonly Name[];
  readonly Text?: Tokens;
  readonly trigger: readonly Trigger[];
  readonly guard?: readonly Guard[];
  readonly tail: readonly Tail[];
}>;
export type Trigger = Node<{
  readonly On?: Tokens;
  readonly moment?: readonly Moment[];
  readonly After?: Tokens;
  readonly name?: readonly Name[];
  readonly When?: Tokens;
  readonly condition?: readonly Condition[];
}>;
export type ProcedureReadings = Node<{
  readonly readingsHeading: readonly ReadingsHeading[];
  readonly OpenBlock: Tokens;
  readonly procedureReading?: readonly ProcedureReading[];
  readonly LineEnd?: Tokens;
  readonly CloseBlock: Tokens;
}>;
export type ProcedureReading = Node<{
  readonly readingHeading: readonly ReadingHeading[];
  readonly procedureBlock: readonly ProcedureBlock[];
}>;
export type Duty = Node<{
  readonly dutyHeading: readonly DutyHeading[];
  readonly OpenBlock: Tokens;
  readonly sentence?: readonly Sentence[];
  readonly LineEnd?: Tokens;
  readonly CloseBlock: Tokens;
}>;
export type DutyHeading = Node<{
  readonly Duty: Tokens;
  readonly name: readonly Name[];
  readonly Text?: Tokens;
  readonly Every: Tokens;
  readonly quantity?: readonly Quantity[];
  readonly Unspecified?: Tokens;
  readonly unit?: readonly Unit[];
  readonly ForEach?: Tokens;
  readonly anchor?: readonly Anchor[];
  readonly tail: readonly Tail[];
}>;
export type Parameter = Node<{
  readonly Parameter: Tokens;
  readonly name: readonly Name[];
  readonly Is: Tokens;
  readonly dated: readonly Dated[];
  readonly Comma?: Tokens;
  readonly tail: readonly Tail[];
}>;
export type Dated = Node<{
  readonly operand: readonly Operand[];
  readonly fromDate?: readonly FromDate[];
  readonly untilDate?: readonly UntilDate[];
}>;
export type FromDate = Node<{ readonly From: Tokens; readonly CalendarDate: Tokens }>;
export type UntilDate = Node<{ readonly Until: Tokens; readonly CalendarDate: Tokens }>;
export type WordDeclaration = Node<{
  readonly WordSort: Tokens;
  readonly name: readonly Name[];
  readonly Text?: Tokens;
  readonly Same?: Tokens;
  readonly As?: Tokens;
  readonly sameAs?: readonly Name[];
  readonly Number?: Tokens;
  readonly People?: Tokens;
  readonly Needs?: Tokens;
  readonly names?: readonly Names[];
  readonly Means?: Tokens;
  readonly condition?: readonly Condition[];
  readonly tail: readonly Tail[];
}>;
export type CodeDeclaration = Node<{
  readonly Code: Tokens;
  readonly RegisterCode: Tokens;
  readonly Text: Tokens;
  readonly name: readonly Name[];
  readonly On?: Tokens;
  readonly Site?: Tokens;
  readonly fromDate?: readonly FromDate[];
  readonly untilDate?: readonly UntilDate[];
  readonly tail: readonly Tail[];
}>;
export type Decision = Node<{
  readonly decisionHeading: readonly DecisionHeading[];
  readonly decisionBlock?: readonly DecisionBlock[];
}>;
export type DecisionHeading = Node<{
  readonly Decision: Tokens;
  readonly name: readonly Name[];
  readonly Text: Tokens;
  readonly By?: Tokens;
  readonly names?: readonly Names[];
  readonly Within?: Tokens;
  readonly extent?: readonly Extent[];
  readonly tail: readonly Tail[];
}>;
export type DecisionBlock = Node<{
  readonly OpenBlock: Tokens;
  readonly decisionLine?: readonly DecisionLine[];
  readonly LineEnd?: Tokens;
  readonly CloseBlock: Tokens;
}>;
export type DecisionLine = Node<{
  readonly decisionTest?: readonly DecisionTest[];
  readonly answers?: readonly Answers[];
}>;
export type DecisionTest = Node<{ readonly Test: Tokens; readonly Text: Tokens; readonly tail: readonly Tail[] }>;
export type Answers = Node<{ readonly Answers: Tokens; readonly names: readonly Names[] }>;
export type Document = Node<{
  readonly documentHeading: readonly DocumentHeading[];
  readonly OpenBlock: Tokens;
  readonly documentLine?: readonly DocumentLine[];
  readonly LineEnd?: Tokens;
  readonly CloseBlock: Tokens;
}>;
export type DocumentHeading = Node<{
  readonly Document: Tokens;
  readonly name: readonly Name[];
  readonly Text: Tokens;
  readonly tail: readonly Tail[];
}>;
export type DocumentLine = Node<{
  readonly documentText?: readonly DocumentText[];
  readonly documentField?: readonly DocumentField[];
}>;
export type DocumentText = Node<{
  readonly Says: Tokens;
  readonly name?: readonly Name[];
  readonly Text: Tokens;
  readonly When?: Tokens;
  readonly condition?: readonly Condition[];
  readonly tail: readonly Tail[];
}>;
export type DocumentField = Node<{
  readonly Needs?: Tokens;
  readonly May?: Tokens;
  readonly Have?: Tokens;
  readonly name: readonly Name[];
  readonly As?: Tokens;
  readonly type?: readonly Name[];
  readonly Is?: Tokens;
  readonly operand?: readonly Operand[];
  readonly When?: Tokens;
  readonly condition?: readonly Condition[];
  readonly tail: readonly Tail[];
}>;
export type Note = Node<{
  readonly Note: Tokens;
  readonly Text: Tokens;
  readonly because?: readonly Because[];
  readonly tail: readonly Tail[];
}>;
export type Example = Node<{
  readonly exampleHeading: readonly ExampleHeading[];
  readonly OpenBlock: Tokens;
  readonly exampleItem?: readonly ExampleItem[];
  readonly LineEnd?: Tokens;
  readonly CloseBlock: Tokens;
}>;
export type ExampleHeading = Node<{ readonly Example: Tokens; readonly Text: Tokens; readonly tail: readonly Tail[] }>;
export type ExampleItem = Node<{
  readonly examplePupil?: readonly ExamplePupil[];
  readonly exampleStaff?: readonly ExampleStaff[];
  readonly exampleWeek?: readonly ExampleWeek[];
  readonly exampleDay?: readonly ExampleDay[];
  readonly exampleAssumption?: readonly ExampleAssumption[];
}>;
export type ExamplePupil = Node<{
  readonly Pupil: Tokens;
  readonly pupilFact?: readonly PupilFact[];
  readonly Comma?: Tokens;
  readonly tail: readonly Tail[];
}>;
export type PupilFact = Node<{
  readonly Flagged?: Tokens;
  readonly flags?: readonly PupilNames[];
  readonly Parents?: Tokens;
  readonly parents?: readonly PupilNames[];
  readonly fieldValue?: readonly FieldValue[];
}>;
export type PupilNames = Node<{ readonly name: readonly Name[]; readonly Comma?: Tokens }>;
export type FieldValue = Node<{
  readonly name: readonly Name[];
  readonly literal?: readonly Literal[];
  readonly words?: readonly Words[];
}>;
export type FieldValues = Node<{
  readonly With: Tokens;
  readonly fieldValue: readonly FieldValue[];
  readonly Comma?: Tokens;
}>;
export type ExampleStaff = Node<{
  readonly Staff: Tokens;
  readonly name: readonly Name[];
  readonly fieldValues?: readonly FieldValues[];
  readonly tail: readonly Tail[];
}>;
export type ExampleWeek = Node<{
  readonly Week: Tokens;
  readonly Of: Tokens;
  readonly CalendarDate: Tokens;
  readonly Text: Tokens;
  readonly knownFrom?: readonly KnownFrom[];
  readonly tail: readonly Tail[];
}>;
export type KnownFrom = Node<{ readonly Known: Tokens; readonly dateOrMoment: readonly DateOrMoment[] }>;
export type DateOrMoment = Node<{ readonly CalendarDate?: Tokens; readonly DateTime?: Tokens }>;
export type ExampleDay = Node<{
  readonly On: Tokens;
  readonly dateOrMoment: readonly DateOrMoment[];
  readonly dayMarks?: readonly DayMarks[];
  readonly arrival?: readonly Arrival[];
  readonly logged?: readonly Logged[];
  readonly expectation?: readonly Expectation[];
  readonly tail: readonly Tail[];
}>;
export type DayMarks = Node<{
  readonly Marks: Tokens;
  readonly Text: Tokens;
  readonly knownFrom?: readonly KnownFrom[];
}>;
export type Arrival = Node<{ readonly Arrives: Tokens; readonly fieldValues?: readonly FieldValues[] }>;
export type Logged = Node<{
  readonly Log: Tokens;
  readonly name: readonly Name[];
  readonly words?: readonly Words[];
  readonly loggedPart?: readonly LoggedPart[];
  readonly knownFrom?: readonly KnownFrom[];
}>;
export type LoggedPart = Node<{
  readonly By?: Tokens;
  readonly name?: readonly Name[];
  readonly To?: Tokens;
  readonly names?: readonly Names[];
  readonly fieldValues?: readonly FieldValues[];
}>;
export type ExampleAssumption = Node<{
  readonly Assuming: Tokens;
  readonly ActsDoneOnTime: Tokens;
  readonly tail: readonly Tail[];
}>;
export type Expectation = Node<{ readonly Expect: Tokens; readonly expected: readonly Expected[] }>;
export type Expected = Node<{
  readonly No?: Tokens;
  readonly finding?: readonly Finding[];
  readonly expectedSentence?: readonly ExpectedSentence[];
  readonly condition?: readonly Condition[];
}>;
export type Finding = Node<{
  readonly FindingWord: Tokens;
  readonly words?: readonly Words[];
  readonly Text?: Tokens;
  readonly RegisterCode?: Tokens;
  readonly Of?: Tokens;
  readonly whole?: readonly Words[];
}>;
export type ExpectedSentence = Node<{
  readonly ObligationState?: Tokens;
  readonly sentenceBody: readonly SentenceBody[];
}>;
export type Declaration = Node<{
  readonly parameter?: readonly Parameter[];
  readonly wordDeclaration?: readonly WordDeclaration[];
  readonly codeDeclaration?: readonly CodeDeclaration[];
  readonly register?: readonly Register[];
  readonly coding?: readonly Coding[];
  readonly act?: readonly Act[];
  readonly measure?: readonly Measure[];
  readonly status?: readonly Status[];
  readonly bands?: readonly Bands[];
  readonly procedure?: readonly Procedure[];
  readonly duty?: readonly Duty[];
  readonly decision?: readonly Decision[];
  readonly document?: readonly Document[];
  readonly note?: readonly Note[];
  readonly example?: readonly Example[];
  readonly declarationReadings?: readonly DeclarationReadings[];
}>;
export type DeclarationReadings = Node<{
  readonly readingsHeading: readonly ReadingsHeading[];
  readonly OpenBlock: Tokens;
  readonly declarationReading?: readonly DeclarationReading[];
  readonly LineEnd?: Tokens;
  readonly CloseBlock: Tokens;
}>;
export type DeclarationReading = Node<{
  readonly readingHeading: readonly ReadingHeading[];
  readonly OpenBlock: Tokens;
  readonly declaration?: readonly Declaration[];
  readonly LineEnd?: Tokens;
  readonly CloseBlock: Tokens;
}>;
export type Header = Node<{
  readonly Extends?: Tokens;
  readonly name?: readonly Name[];
  readonly In?: Tokens;
  readonly Force?: Tokens;
  readonly fromDate?: readonly FromDate[];
  readonly untilDate?: readonly UntilDate[];
  readonly Review?: Tokens;
  readonly By?: Tokens;
  readonly CalendarDate?: Tokens;
  readonly Clauses?: Tokens;
  readonly From?: Tokens;
  readonly Text?: Tokens;
  readonly Calendar?: Tokens;
  readonly Accepted?: Tokens;
  readonly tail: readonly Tail[];
}>;
export type PolicyLine = Node<{ readonly header?: readonly Header[]; readonly declaration?: readonly Declaration[] }>;
export type PolicyHeading = Node<{
  readonly Level: Tokens;
  readonly Policy: Tokens;
  readonly name: readonly Name[];
  readonly Text: Tokens;
  readonly tail: readonly Tail[];
}>;
export type Policy = Node<{
  readonly policyHeading: readonly PolicyHeading[];
  readonly LineEnd: Tokens;
  readonly policyLine?: readonly PolicyLine[];
}>;

/** By the name of the rule. */
export interface Rules {
  readonly name: Name;
  readonly names: Names;
  readonly codes: Codes;
  readonly words: Words;
  readonly wordOfPhrase: WordOfPhrase;
  readonly unit: Unit;
  readonly quantity: Quantity;
  readonly extent: Extent;
  readonly literal: Literal;
  readonly measured: Measured;
  readonly ref: Ref;
  readonly window: Window;
  readonly periodWindow: PeriodWindow;
  readonly lengthWindow: LengthWindow;
  readonly sinceWindow: SinceWindow;
  readonly betweenWindow: BetweenWindow;
  readonly count: Count;
  readonly phrase: Phrase;
  readonly operand: Operand;
  readonly anchor: Anchor;
  readonly moment: Moment;
  readonly calendarMoment: CalendarMoment;
  readonly nextMoment: NextMoment;
  readonly dayOfMoment: DayOfMoment;
  readonly choiceMoment: ChoiceMoment;
  readonly boundMoment: BoundMoment;
  readonly countedMoment: CountedMoment;
  readonly countedFrom: CountedFrom;
  readonly condition: Condition;
  readonly test: Test;
  readonly negation: Negation;
  readonly group: Group;
  readonly someOf: SomeOf;
  readonly judgement: Judgement;
  readonly during: During;
  readonly comparison: Comparison;
  readonly limit: Limit;
  readonly namedMoment: NamedMoment;
  readonly tail: Tail;
  readonly party: Party;
  readonly quantifier: Quantifier;
  readonly parties: Parties;
  readonly furtherParty: FurtherParty;
  readonly sentence: Sentence;
  readonly sentenceBody: SentenceBody;
  readonly object: Object;
  readonly complement: Complement;
  readonly recipient: Recipient;
  readonly company: Company;
  readonly topic: Topic;
  readonly route: Route;
  readonly instrument: Instrument;
  readonly recorded: Recorded;
  readonly deadline: Deadline;
  readonly guard: Guard;
  readonly itemBlock: ItemBlock;
  readonly item: Item;
  readonly wait: Wait;
  readonly length: Length;
  readonly branch: Branch;
  readonly branchHeading: BranchHeading;
  readonly repeat: Repeat;
  readonly repeatHeading: RepeatHeading;
  readonly cadence: Cadence;
  readonly eachTime: EachTime;
  readonly eachDayOf: EachDayOf;
  readonly everyLength: EveryLength;
  readonly cap: Cap;
  readonly readingsHeading: ReadingsHeading;
  readonly readingHeading: ReadingHeading;
  readonly because: Because;
  readonly itemReadings: ItemReadings;
  readonly itemReading: ItemReading;
  readonly register: Register;
  readonly registerHeading: RegisterHeading;
  readonly registerBlock: RegisterBlock;
  readonly registerItem: RegisterItem;
  readonly registerMoment: RegisterMoment;
  readonly registerZone: RegisterZone;
  readonly zoneEdges: ZoneEdges;
  readonly zoneEdge: ZoneEdge;
  readonly registerReadings: RegisterReadings;
  readonly registerReading: RegisterReading;
  readonly coding: Coding;
  readonly codingHeading: CodingHeading;
  readonly codingBlock: CodingBlock;
  readonly codingItem: CodingItem;
  readonly codingRow: CodingRow;
  readonly codingReadings: CodingReadings;
  readonly codingReading: CodingReading;
  readonly act: Act;
  readonly actHeading: ActHeading;
  readonly actPart: ActPart;
  readonly fields: Fields;
  readonly field: Field;
  readonly actBlock: ActBlock;
  readonly actLine: ActLine;
  readonly allowed: Allowed;
  readonly measure: Measure;
  readonly measureHeading: MeasureHeading;
  readonly measureBlock: MeasureBlock;
  readonly measureRow: MeasureRow;
  readonly status: Status;
  readonly statusSwitch: StatusSwitch;
  readonly bands: Bands;
  readonly bandsHeading: BandsHeading;
  readonly band: Band;
  readonly bandEdges: BandEdges;
  readonly bandEdge: BandEdge;
  readonly procedure: Procedure;
  readonly procedureHeading: ProcedureHeading;
  readonly procedureOption: ProcedureOption;
  readonly procedureBlock: ProcedureBlock;
  readonly procedureItem: ProcedureItem;
  readonly transition: Transition;
  readonly step: Step;
  readonly stepHeading: StepHeading;
  readonly trigger: Trigger;
  readonly procedureReadings: ProcedureReadings;
  readonly procedureReading: ProcedureReading;
  readonly duty: Duty;
  readonly dutyHeading: DutyHeading;
  readonly parameter: Parameter;
  readonly dated: Dated;
  readonly fromDate: FromDate;
  readonly untilDate: UntilDate;
  readonly wordDeclaration: WordDeclaration;
  readonly codeDeclaration: CodeDeclaration;
  readonly decision: Decision;
  readonly decisionHeading: DecisionHeading;
  readonly decisionBlock: DecisionBlock;
  readonly decisionLine: DecisionLine;
  readonly decisionTest: DecisionTest;
  readonly answers: Answers;
  readonly document: Document;
  readonly documentHeading: DocumentHeading;
  readonly documentLine: DocumentLine;
  readonly documentText: DocumentText;
  readonly documentField: DocumentField;
  readonly note: Note;
  readonly example: Example;
  readonly exampleHeading: ExampleHeading;
  readonly exampleItem: ExampleItem;
  readonly examplePupil: ExamplePupil;
  readonly pupilFact: PupilFact;
  readonly pupilNames: PupilNames;
  readonly fieldValue: FieldValue;
  readonly fieldValues: FieldValues;
  readonly exampleStaff: ExampleStaff;
  readonly exampleWeek: ExampleWeek;
  readonly knownFrom: KnownFrom;
  readonly dateOrMoment: DateOrMoment;
  readonly exampleDay: ExampleDay;
  readonly dayMarks: DayMarks;
  readonly arrival: Arrival;
  readonly logged: Logged;
  readonly loggedPart: LoggedPart;
  readonly exampleAssumption: ExampleAssumption;
  readonly expectation: Expectation;
  readonly expected: Expected;
  readonly finding: Finding;
  readonly expectedSentence: ExpectedSentence;
  readonly declaration: Declaration;
  readonly declarationReadings: DeclarationReadings;
  readonly declarationReading: DeclarationReading;
  readonly header: Header;
  readonly policyLine: PolicyLine;
  readonly policyHeading: PolicyHeading;
  readonly policy: Policy;
}
