// The register of one school year as a table: a row a week, two cells a day, each with its letter, colour and pattern.

import type { Store } from "../state/store.ts";
import type { Vocabulary } from "../worker/protocol.ts";
import { dayOf, sayDay } from "../../src/wording.ts";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

export function Register({ store, vocabulary }: { readonly store: Store; readonly vocabulary: Vocabulary }) {
  const today = dayOf(store.asOf.value);
  const { calendar, codes } = vocabulary;
  const year = calendar.years.find(({ from, to }) => from <= today && today <= to);
  if (year === undefined) return <p>The calendar of this policy says nothing of {sayDay(today)}.</p>;
  const school = new Set(calendar.schoolDays);
  const marks = new Map(store.sketch.value.marks);
  const counted = new Set(store.why.value?.sessions ?? []);
  const mondays = [...new Set(calendar.schoolDays.filter((day) => day >= year.from && day <= year.to).map(mondayOf))];
  const categoryOf = (code: string): string => codes.find((each) => each.code === code)?.category ?? "missing";
  return (
    <div class="register-frame">
      <table class="register">
        <caption>Register of {year.name}. Press a session to change its mark.</caption>
        <thead>
          <tr>
            <th scope="col">Week</th>
            {WEEKDAYS.map((name) => (
              <th key={name} scope="colgroup" colSpan={2}>
                {name.slice(0, 3)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {mondays.map((monday) => (
            <tr key={monday}>
              <th scope="row">{sayDay(monday).slice(4, -5)}</th>
              {WEEKDAYS.flatMap((_, place) => {
                const day = monday + place;
                return (["AM", "PM"] as const).map((half) => {
                  const key = `${day} ${half}`;
                  if (!school.has(day)) return <td key={key} class="closed" />;
                  const code = marks.get(key) ?? (half === "AM" ? "/" : "\\");
                  const ahead = day > today;
                  return (
                    <td key={key}>
                      <button
                        type="button"
                        class={`session ${ahead ? "ahead" : categoryOf(code)}${counted.has(key) ? " counted" : ""}`}
                        aria-label={`${sayDay(day)}, ${half === "AM" ? "morning" : "afternoon"}: ${ahead ? "still to come" : code}`}
                        onClick={() => store.mark([key], marks.has(key) ? undefined : "O")}
                      >
                        {ahead ? "" : code}
                      </button>
                    </td>
                  );
                });
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function mondayOf(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7);
}
