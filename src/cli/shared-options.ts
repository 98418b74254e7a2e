// Options that several commands share, each said once.

import type { OptionSpec } from "./command.ts";

export const dataOption: OptionSpec = {
  name: "data",
  value: "FOLDER",
  says: "the school's folder: calendar.yaml, pupils.csv, marks.csv, and log.csv, parents.csv, arrivals.csv, staff.csv, flags.csv, mapping.yaml where there are any",
};

export const asOfOption: OptionSpec = {
  name: "as-of",
  value: "MOMENT",
  says: "the moment to look from: 2026-03-13T08:45, or a date alone for the end of that day; never the computer's clock, so that a list can be made again",
};

export const stdinNameOption: OptionSpec = {
  name: "stdin-filename",
  value: "NAME",
  says: "for -: the name to show, which also says the form (.rollcall or .rollcall.yaml) and where `./clauses.yaml` lies",
};
