// mapping.yaml → how this school's export is to be read: its preset, its files, headings and dates, and what its codes mean.
// Without the file everything is as the preset `rollcall` has it: our own names, dates like 2026-03-02.

import { z } from "zod";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { suggestName } from "../diagnostics/did-you-mean.ts";
import type { SourceText } from "../source/text.ts";
import type { DateOrder } from "./cells.ts";
import { sheetMessages } from "./diagnostics.ts";
import { presetNames, presets } from "./presets.ts";
import type { PresetName } from "./presets.ts";
import { readYaml } from "./read-yaml.ts";
import { tableNames, tableSpec } from "./tables.ts";
import type { TableName } from "./tables.ts";

export const MAPPING_FILE = "mapping.yaml";
export const CALENDAR_FILE = "calendar.yaml";

export interface TableMapping {
  readonly files: readonly string[];
  /** Column → the very heading it stands under. */
  readonly columns: ReadonlyMap<string, string>;
  /** Column → what every row is taken to say where the file has no such column. */
  readonly assume: ReadonlyMap<string, string>;
}

export interface MarksMapping extends TableMapping {
  /** What the export writes → the code it means, for exports that write numbers or words. */
  readonly codes: ReadonlyMap<string, string>;
  /** Whether a string of marks has two for every day or for school days alone; unsaid where there are no such strings. */
  readonly stringDays?: "every-day" | "school-days";
  /** What separates the marks of a string; without it each character is a mark. */
  readonly markSeparator?: string;
}

export interface Mapping {
  readonly preset: PresetName;
  readonly school?: string;
  readonly dates: DateOrder;
  readonly separator: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly tables: Readonly<Record<Exclude<TableName, "marks">, TableMapping>> & { readonly marks: MarksMapping };
}

const SEPARATORS = { comma: ",", semicolon: ";", tab: "\t" } as const;

const texts = z.record(z.string(), z.string());
const tableShape = { files: z.array(z.string()).min(1), columns: texts, assume: texts };
const tableSchema = z.strictObject(tableShape).partial();
const marksSchema = z
  .strictObject({
    ...tableShape,
    codes: texts,
    "string-days": z.enum(["every-day", "school-days"]),
    "mark-separator": z.string(),
  })
  .partial();

/** The form of mapping.yaml, of texts alone. */
export const mappingSchema = z
  .strictObject({
    preset: z.enum(presetNames),
    school: z.string(),
    dates: z.enum(["iso", "day-first", "month-first"]),
    separator: z.enum(["comma", "semicolon", "tab"]),
    attributes: texts,
    pupils: tableSchema,
    parents: tableSchema,
    flags: tableSchema,
    marks: marksSchema,
    arrivals: tableSchema,
    log: tableSchema,
    staff: tableSchema,
  })
  .partial();

const WORDS = [...Object.keys(mappingSchema.shape), ...Object.keys(marksSchema.shape)];

/** Reads the file; a broken one gives the plain mapping together with its faults. */
export function readMapping(source: SourceText): {
  readonly mapping: Mapping;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { value, diagnostics, spanAt } = readYaml(source, mappingSchema, WORDS);
  if (value === undefined) return { mapping: plainMapping(), diagnostics };
  const unknown = tableNames.flatMap((table) =>
    (["columns", "assume"] as const).flatMap((group) =>
      Object.keys(value[table]?.[group] ?? {})
        .filter((column) => !Object.hasOwn(tableSpec(table).columns, column))
        .map((column) => {
          const suggestion = suggestName(column, Object.keys(tableSpec(table).columns), "columns");
          return sheetMessages.dataKeyUnknown({ key: column, suggestion }, spanAt([table, group, column]));
        }),
    ),
  );
  return { mapping: mappingOf(value), diagnostics: unknown };
}

/** The mapping of a folder that says nothing about itself. */
export function plainMapping(): Mapping {
  return mappingOf({});
}

function mappingOf(value: z.infer<typeof mappingSchema>): Mapping {
  const preset = value.preset ?? "rollcall";
  const table = (name: TableName): TableMapping => ({
    files: value[name]?.files ?? [`${name}.csv`],
    columns: mapOf(value[name]?.columns),
    assume: mapOf(value[name]?.assume),
  });
  const stringDays = value.marks?.["string-days"];
  const markSeparator = value.marks?.["mark-separator"];
  return {
    preset,
    ...(value.school === undefined ? {} : { school: value.school }),
    dates: value.dates ?? presets[preset].dates,
    separator: SEPARATORS[value.separator ?? "comma"],
    attributes: mapOf(value.attributes),
    tables: {
      pupils: table("pupils"),
      parents: table("parents"),
      flags: table("flags"),
      arrivals: table("arrivals"),
      log: table("log"),
      staff: table("staff"),
      marks: {
        ...table("marks"),
        codes: mapOf(value.marks?.codes),
        ...(stringDays === undefined ? {} : { stringDays }),
        ...(markSeparator === undefined ? {} : { markSeparator }),
      },
    },
  };
}

function mapOf(values: Readonly<Record<string, string>> | undefined): ReadonlyMap<string, string> {
  return new Map(Object.entries(values ?? {}));
}
