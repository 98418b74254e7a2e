// The door to what is written in YAML: policies in that form, their clauses, and calendars. Whoever opens no file of it does not load
// what reads it.

export { readCalendarPlan } from "./data/read-calendar.ts";
export { yamlForm } from "./yaml-form.ts";
