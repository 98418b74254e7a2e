// The codes in force on a date, with what they mean: the one that is chosen is what pressing or dragging puts in.

import { sayDay } from "../../src/wording.ts";
import type { RegisterCode } from "../worker/protocol.ts";
import { MISSING } from "./marks-text.ts";
import { CATEGORIES } from "./words.ts";

interface Choice {
  readonly code: string | undefined;
  readonly shown: string;
  readonly means: string;
  readonly category: string;
}

export function Palette(props: {
  readonly codes: readonly RegisterCode[];
  readonly day: number;
  readonly brush: string | undefined;
  readonly onChoose: (code: string | undefined) => void;
}) {
  const { codes, day, brush, onChoose } = props;
  const choices: readonly Choice[] = [
    { code: undefined, shown: "/ \\", means: "Attended, as usual", category: "attending" },
    ...codes
      .filter(({ code }) => code !== "/" && code !== "\\")
      .map(({ code, means, category }) => ({ code, shown: code, means, category })),
    { code: MISSING, shown: MISSING, means: "No mark: the register was not taken", category: "missing" },
  ];
  const groups = [...CATEGORIES, ["missing", "Missing"] as const];
  const chosen = choices.find(({ code }) => code === brush);
  return (
    <details class="palette">
      <summary>
        Marking with <span class={`swatch ${chosen?.category ?? "missing"}`}>{chosen?.shown ?? brush}</span>{" "}
        {chosen?.means ?? `${brush ?? ""} is no code on ${sayDay(day)}`}. Choose another code
      </summary>
      <fieldset>
        <legend>Codes in force on {sayDay(day)}</legend>
        <div class="palette-groups">
          {groups.map(([category, title]) => {
            const here = choices.filter((choice) => choice.category === category);
            return here.length === 0 ? null : (
              <div key={category} class="palette-group">
                <p class="palette-title">{title}</p>
                {here.map(({ code, shown, means }) => (
                  <label key={shown} class="palette-code">
                    <input type="radio" name="brush" checked={code === brush} onChange={() => onChoose(code)} />
                    <span class={`swatch ${category}`}>{shown}</span> {means}
                  </label>
                ))}
              </div>
            );
          })}
        </div>
      </fieldset>
    </details>
  );
}
