// A name however it was typed → as names are written: `Report absence` and `report_absence` are `report-absence`.

export function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]+/g, "-");
}
