// The whole decision as a hand would write it in SQL for DuckDB: marks are counted by day once, everything else is sums along the year.
// It knows this one policy, that every pupil has a mark for every session, and that nobody joins or leaves.

import type { Year } from "../decision/year.ts";

const counted = (name: string, codes: string): string =>
  `count(*) FILTER (code IN (${codes
    .split("")
    .map((code) => `'${code}'`)
    .join(", ")}))::INTEGER AS ${name}`;

/** The calendar as a table: school days by number, where the ten school weeks of each begin, and the day fourteen days on. */
export function calendarStatements({ dates, windowFrom, afterWait }: Year): readonly string[] {
  const rows = [...dates].map(
    (date, day) => `(${date}, ${day}, ${(windowFrom[day] as number) >> 1}, ${afterWait[day]})`,
  );
  return [
    "CREATE TABLE school_days (day INTEGER, number INTEGER, weeks_from INTEGER, after_wait INTEGER)",
    `INSERT INTO school_days VALUES ${rows.join(", ")}`,
  ];
}

/** One row a pupil, its columns named and ordered as the answers of the bench are. */
export function queryByHand({ halfTermFrom }: Year): string {
  return `
WITH days AS (
  SELECT pupil, number, any_value(weeks_from) AS weeks_from, any_value(after_wait) AS after_wait,
    ${counted("attended", "/\\LBVPWK")},
    ${counted("authorised", "IMCTREJS")},
    ${counted("unauthorised", "GNOU")},
    ${counted("late", "LU")}
  FROM register JOIN school_days USING (day)
  GROUP BY pupil, number
), sofar AS (
  SELECT *,
    sum(attended) OVER year AS a,
    sum(attended + authorised + unauthorised) OVER year AS p,
    sum(unauthorised) OVER (
      PARTITION BY pupil ORDER BY number RANGE BETWEEN (number - weeks_from) PRECEDING AND CURRENT ROW
    ) AS lately
  FROM days
  WINDOW year AS (PARTITION BY pupil ORDER BY number ROWS UNBOUNDED PRECEDING)
), runs AS (
  SELECT pupil, count(*) AS length
  FROM (
    SELECT pupil, attended,
      sum((attended > 0)::INTEGER) OVER (PARTITION BY pupil ORDER BY number ROWS UNBOUNDED PRECEDING) AS island
    FROM days
    WHERE attended + authorised + unauthorised > 0
  )
  WHERE attended = 0
  GROUP BY pupil, island
), longest AS (
  SELECT pupil, max(length) AS longest FROM runs GROUP BY pupil
), still AS (
  SELECT pupil, count(*) AS still
  FROM days JOIN (SELECT pupil, max(number) FILTER (attended > 0) AS there FROM days GROUP BY pupil) USING (pupil)
  WHERE number > coalesce(there, -1) AND attended + authorised + unauthorised > 0
  GROUP BY pupil
), totals AS (
  SELECT pupil, sum(attended) AS attended, sum(attended + authorised + unauthorised) AS possible,
    sum(authorised) AS authorised, sum(unauthorised) AS unauthorised,
    sum(late) FILTER (number >= ${halfTermFrom >> 1}) AS lates
  FROM days
  GROUP BY pupil
), penalty AS (
  SELECT pupil, min(number) FILTER (lately >= 10) AS penalty_day, arg_max(lately, number) AS lately
  FROM sofar
  GROUP BY pupil
), first AS (
  SELECT pupil, min(number) AS first, arg_min(after_wait, number) AS again
  FROM sofar
  WHERE number >= 20 AND 100 * a < 96 * p
  GROUP BY pupil
), second AS (
  SELECT pupil, min(number) AS second, arg_min(sofar.after_wait, number) AS again
  FROM first JOIN sofar USING (pupil)
  WHERE number >= first.again AND 100 * a < 93 * p
  GROUP BY pupil
), third AS (
  SELECT pupil, min(number) AS third
  FROM second JOIN sofar USING (pupil)
  WHERE number >= second.again AND 100 * a < 90 * p
  GROUP BY pupil
)
SELECT pupil, attended, possible, authorised, unauthorised, coalesce(penalty_day, -1) AS penalty_day, lately, lates,
  (lates >= 5)::INTEGER AS persistently_late, coalesce(longest, 0) AS longest,
  CASE WHEN possible = 0 THEN -1 WHEN 100 * attended >= 99 * possible THEN 0 WHEN 100 * attended >= 96 * possible THEN 1
    WHEN 100 * attended >= 91 * possible THEN 2 WHEN 100 * attended >= 87 * possible THEN 3
    WHEN 100 * attended >= 86 * possible THEN 4 ELSE 5 END AS band,
  CASE WHEN possible = 0 THEN -1 ELSE (100 * attended <= 90 * possible)::INTEGER END AS persistently_absent,
  CASE WHEN possible = 0 THEN -1 ELSE (100 * attended <= 50 * possible)::INTEGER END AS severely_absent,
  coalesce(first, -1) AS first, coalesce(second, -1) AS second, coalesce(third, -1) AS third,
  coalesce(still, 0) AS still
FROM totals JOIN penalty USING (pupil) LEFT JOIN longest USING (pupil) LEFT JOIN still USING (pupil)
  LEFT JOIN first USING (pupil) LEFT JOIN second USING (pupil) LEFT JOIN third USING (pupil)
ORDER BY pupil`;
}
