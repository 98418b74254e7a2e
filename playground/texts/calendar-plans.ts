// `calendar.yaml?plan` → a script that holds the plan, read by the same reader that reads a school's own calendar. It is a part of how
// the page is built; the page itself has only what comes of it.

import type { Plugin } from "vite";
import { makeSource, renderDiagnostics } from "../../src/index.ts";
import { readCalendarPlan } from "../../src/yaml-files.ts";

export function calendarPlans(): Plugin {
  return {
    name: "rollcall-calendar-plans",
    enforce: "pre",
    transform(text, id) {
      if (!/\/calendar\.yaml\?(?:.*&)?plan(?:&|$)/.test(id)) return undefined;
      const { plan, diagnostics } = readCalendarPlan(makeSource(id, text));
      if (plan === undefined) throw new Error(renderDiagnostics(diagnostics, { colour: false }));
      return { code: `export default ${JSON.stringify(plan)};`, map: null, moduleType: "js" };
    },
  };
}
