// The door of the runtime, without dependencies: what the modules import that were built to share one, and what a program needs
// that stores or compares what they say.

export * from "./explain/reading.ts";
export * from "./explain/why.ts";
export * from "./explain/why-not.ts";
export * from "./explain/why-standing.ts";
export * from "./runtime/act-figures.ts";
export * from "./runtime/advance.ts";
export * from "./runtime/calendar-figures.ts";
export * from "./runtime/constants.ts";
export * from "./runtime/evaluate.ts";
export * from "./runtime/logic.ts";
export * from "./runtime/moments.ts";
export * from "./runtime/outcome.ts";
export * from "./runtime/program.ts";
export * from "./runtime/pupil-figures.ts";
export * from "./runtime/session-figures.ts";
export * from "./runtime/sketch.ts";
export * from "./runtime/state-to-json.ts";
export * from "./runtime/states.ts";
export * from "./runtime/trace.ts";
export * from "./runtime/windows.ts";
export * from "./runtime/world.ts";
export * from "./school/calendar.ts";
export * from "./school/calendar-plan.ts";
export * from "./school/day.ts";
export * from "./school/moment.ts";
export * from "./school/plan-faults.ts";
export * from "./school/record.ts";
export * from "./support/once.ts";
