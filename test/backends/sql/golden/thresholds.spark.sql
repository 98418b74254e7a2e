DROP TABLE IF EXISTS `rollcall_step_numbered`;

CREATE TABLE `rollcall_step_numbered` USING PARQUET AS
SELECT
  CAST(ROW_NUMBER() OVER (ORDER BY `p`.`pupil`) AS INT) AS `pupil`,
  `p`.`pupil` AS `name`,
  `p`.`year` AS `year`,
  `p`.`born` AS `born`
FROM `pupils` AS `p`;

DROP TABLE IF EXISTS `rollcall_step_spans`;

CREATE TABLE `rollcall_step_spans` USING PARQUET AS
SELECT
  `n`.`pupil` AS `pupil`,
  `s`.`first_day` AS `first_day`,
  `s`.`last_day` AS `last_day`
FROM `rolls` AS `s`
INNER JOIN `rollcall_step_numbered` AS `n` ON (`n`.`name` = `s`.`pupil`);

DROP TABLE IF EXISTS `rollcall_step_daily`;

CREATE TABLE `rollcall_step_daily` USING PARQUET AS
SELECT
  `n`.`pupil` AS `pupil`,
  `d`.`day` AS `day`,
  `d`.`ix` AS `ix`,
  ((CAST(COUNT(CASE WHEN (((`o`.`pupil` IS NOT NULL) OR (`r`.`setting` IS NOT NULL)) AND (`r`.`code` IN ('/', 'B', 'K', 'L', 'P', 'V', 'W', '\\'))) THEN 1 END) AS INT) + CAST(COUNT(CASE WHEN (((`o`.`pupil` IS NOT NULL) OR (`r`.`setting` IS NOT NULL)) AND (`r`.`code` IN ('C', 'E', 'I', 'J', 'M', 'R', 'S', 'T'))) THEN 1 END) AS INT)) + CAST(COUNT(CASE WHEN (((`o`.`pupil` IS NOT NULL) OR (`r`.`setting` IS NOT NULL)) AND (`r`.`code` IN ('G', 'N', 'O', 'U'))) THEN 1 END) AS INT)) AS `s3`,
  CAST(COUNT(CASE WHEN (((`o`.`pupil` IS NOT NULL) OR (`r`.`setting` IS NOT NULL)) AND (`r`.`code` IN ('/', 'B', 'K', 'L', 'P', 'V', 'W', '\\'))) THEN 1 END) AS INT) AS `s2`,
  CAST(COUNT(CASE WHEN (((`o`.`pupil` IS NOT NULL) OR (`r`.`setting` IS NOT NULL)) AND (`r`.`code` IN ('G', 'N', 'O', 'U'))) THEN 1 END) AS INT) AS `s1`,
  CAST(COUNT(CASE WHEN (((`o`.`pupil` IS NOT NULL) OR (`r`.`setting` IS NOT NULL)) AND (`r`.`code` IN ('L', 'U'))) THEN 1 END) AS INT) AS `s4`,
  (CAST(COUNT(CASE WHEN (((`o`.`pupil` IS NOT NULL) OR (`r`.`setting` IS NOT NULL)) AND (`r`.`code` IN ('C', 'E', 'I', 'J', 'M', 'R', 'S', 'T'))) THEN 1 END) AS INT) + CAST(COUNT(CASE WHEN (((`o`.`pupil` IS NOT NULL) OR (`r`.`setting` IS NOT NULL)) AND (`r`.`code` IN ('G', 'N', 'O', 'U'))) THEN 1 END) AS INT)) AS `s0`,
  CAST(COUNT(CASE WHEN (((`o`.`pupil` IS NOT NULL) OR (`r`.`setting` IS NOT NULL)) AND (`r`.`code` IN ('C', 'E', 'I', 'J', 'M', 'R', 'S', 'T'))) THEN 1 END) AS INT) AS `s5`
FROM `register` AS `r`
INNER JOIN `rollcall_step_numbered` AS `n` ON (`n`.`name` = `r`.`pupil`)
INNER JOIN `rollcall_days` AS `d` ON ((`d`.`day` = `r`.`day`) AND (`d`.`day` <= 20525) AND (((`r`.`half` = 'AM') AND (`d`.`am` = 1)) OR ((`r`.`half` = 'PM') AND (`d`.`pm` = 1))))
LEFT JOIN `rollcall_step_spans` AS `o` ON ((`o`.`pupil` = `n`.`pupil`) AND (`r`.`day` >= `o`.`first_day`) AND (`r`.`day` <= COALESCE(`o`.`last_day`, 2000000000)))
GROUP BY `n`.`pupil`, `d`.`day`, `d`.`ix`;

DROP TABLE IF EXISTS `rollcall_step_roll`;

CREATE TABLE `rollcall_step_roll` USING PARQUET AS
SELECT
  `p`.`pupil` AS `pupil`,
  `p`.`name` AS `name`,
  `p`.`year` AS `year`,
  `p`.`born` AS `born`,
  CASE WHEN (CASE WHEN ((`m`.`day` IS NULL) OR (`o`.`first_day` IS NULL)) THEN `o`.`first_day` ELSE CASE WHEN (`o`.`first_day` >= `j1`.`f4`) THEN `o`.`first_day` ELSE `j1`.`f4` END END > 20525) THEN 190 ELSE CASE WHEN (CASE WHEN ((`m`.`day` IS NULL) OR (`o`.`first_day` IS NULL)) THEN `o`.`first_day` ELSE CASE WHEN (`o`.`first_day` >= `j1`.`f4`) THEN `o`.`first_day` ELSE `j1`.`f4` END END < 20332) THEN 0 ELSE `j2`.`f5` END END AS `first_ix`,
  CASE WHEN (CASE WHEN (`o`.`last_day` <= 20525) THEN `o`.`last_day` ELSE 20525 END < 20332) THEN -1 ELSE `j3`.`f6` END AS `last_ix`,
  CASE WHEN (CASE WHEN (`m`.`day` < 20332) THEN 0 ELSE `j1`.`f6` END IS NULL) THEN CASE WHEN (CASE WHEN ((`m`.`day` IS NULL) OR (`o`.`first_day` IS NULL)) THEN `o`.`first_day` ELSE CASE WHEN (`o`.`first_day` >= `j1`.`f4`) THEN `o`.`first_day` ELSE `j1`.`f4` END END < 20332) THEN 0 ELSE `j2`.`f5` END ELSE CASE WHEN (CASE WHEN (CASE WHEN ((`m`.`day` IS NULL) OR (`o`.`first_day` IS NULL)) THEN `o`.`first_day` ELSE CASE WHEN (`o`.`first_day` >= `j1`.`f4`) THEN `o`.`first_day` ELSE `j1`.`f4` END END < 20332) THEN 0 ELSE `j2`.`f5` END IS NULL) THEN CASE WHEN (`m`.`day` < 20332) THEN 0 ELSE `j1`.`f6` END ELSE CASE WHEN (CASE WHEN (CASE WHEN ((`m`.`day` IS NULL) OR (`o`.`first_day` IS NULL)) THEN `o`.`first_day` ELSE CASE WHEN (`o`.`first_day` >= `j1`.`f4`) THEN `o`.`first_day` ELSE `j1`.`f4` END END < 20332) THEN 0 ELSE `j2`.`f5` END <= CASE WHEN (`m`.`day` < 20332) THEN 0 ELSE `j1`.`f6` END) THEN CASE WHEN (CASE WHEN ((`m`.`day` IS NULL) OR (`o`.`first_day` IS NULL)) THEN `o`.`first_day` ELSE CASE WHEN (`o`.`first_day` >= `j1`.`f4`) THEN `o`.`first_day` ELSE `j1`.`f4` END END < 20332) THEN 0 ELSE `j2`.`f5` END ELSE CASE WHEN (`m`.`day` < 20332) THEN 0 ELSE `j1`.`f6` END END END END AS `from_ix`
FROM `rollcall_step_numbered` AS `p`
LEFT JOIN (
  SELECT
    `s`.`pupil` AS `pupil`,
    MIN(`s`.`first_day`) AS `first_day`,
    MAX(COALESCE(`s`.`last_day`, 2000000000)) AS `last_day`
  FROM `rollcall_step_spans` AS `s`
  GROUP BY `s`.`pupil`
) AS `o` ON (`o`.`pupil` = `p`.`pupil`)
LEFT JOIN (
  SELECT
    `y`.`pupil` AS `pupil`,
    MIN(`y`.`day`) AS `day`
  FROM `rollcall_step_daily` AS `y`
  GROUP BY `y`.`pupil`
) AS `m` ON (`m`.`pupil` = `p`.`pupil`)
LEFT JOIN `rollcall_days` AS `j1` ON (`j1`.`day` = `m`.`day`)
LEFT JOIN `rollcall_days` AS `j2` ON (`j2`.`day` = CASE WHEN ((`m`.`day` IS NULL) OR (`o`.`first_day` IS NULL)) THEN `o`.`first_day` ELSE CASE WHEN (`o`.`first_day` >= `j1`.`f4`) THEN `o`.`first_day` ELSE `j1`.`f4` END END)
LEFT JOIN `rollcall_days` AS `j3` ON (`j3`.`day` = CASE WHEN (`o`.`last_day` <= 20525) THEN `o`.`last_day` ELSE 20525 END);

CREATE OR REPLACE TEMPORARY VIEW `rollcall_step_grid` AS
SELECT
  `q`.`pupil` AS `pupil`,
  `d`.`day` AS `day`,
  `d`.`ix` AS `ix`,
  COALESCE(`y`.`s3`, 0) AS `s3`,
  COALESCE(`y`.`s2`, 0) AS `s2`,
  COALESCE(`y`.`s1`, 0) AS `s1`,
  COALESCE(`y`.`s4`, 0) AS `s4`,
  COALESCE(`y`.`s0`, 0) AS `s0`,
  COALESCE(`y`.`s5`, 0) AS `s5`
FROM `rollcall_step_roll` AS `q`
INNER JOIN `rollcall_days` AS `d` ON ((`d`.`ix` IS NOT NULL) AND (`d`.`ix` >= `q`.`from_ix`) AND (`d`.`day` <= 20525))
LEFT JOIN `rollcall_step_daily` AS `y` ON ((`y`.`pupil` = `q`.`pupil`) AND (`y`.`ix` = `d`.`ix`));

DROP TABLE IF EXISTS `rollcall_step_sums`;

CREATE TABLE `rollcall_step_sums` USING PARQUET AS
SELECT
  `g`.`pupil` AS `pupil`,
  `g`.`day` AS `day`,
  `g`.`ix` AS `ix`,
  `g`.`s3` AS `s3`,
  `g`.`s2` AS `s2`,
  `g`.`s1` AS `s1`,
  `g`.`s0` AS `s0`,
  CAST(SUM(`g`.`s3`) OVER (PARTITION BY `g`.`pupil` ORDER BY `g`.`ix` ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS INT) AS `s3_sum`,
  CAST(SUM(`g`.`s2`) OVER (PARTITION BY `g`.`pupil` ORDER BY `g`.`ix` ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS INT) AS `s2_sum`,
  CAST(SUM(`g`.`s1`) OVER (PARTITION BY `g`.`pupil` ORDER BY `g`.`ix` ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS INT) AS `s1_sum`,
  CAST(SUM(CASE WHEN (`g`.`s0` < `g`.`s3`) THEN 1 ELSE 0 END) OVER (PARTITION BY `g`.`pupil` ORDER BY `g`.`ix` ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS INT) AS `breaks_1`
FROM `rollcall_step_grid` AS `g`;

-- The procedure letters, Three letters
CREATE OR REPLACE TEMPORARY VIEW `rollcall_step_p1_born` AS
SELECT
  `q`.`pupil` AS `pupil`,
  `t`.`id` AS `id`,
  `t`.`key` AS `key`,
  `t`.`begun` AS `begun`,
  CASE WHEN (`d`.`morning` = 1) THEN (CAST(`d`.`day` AS BIGINT) * 86400) ELSE CASE WHEN (`d`.`am` = 1) THEN ((CAST(`d`.`day` AS BIGINT) * 86400) + 33900) ELSE ((CAST(`d`.`day` AS BIGINT) * 86400) + 48600) END END AS `born`,
  `t`.`closes` AS `closes`,
  CAST(NULL AS BIGINT) AS `over`
FROM `rollcall_step_roll` AS `q`
INNER JOIN `rollcall_periods` AS `t` ON ((`t`.`unit` = 'school-year') AND (CASE WHEN (`q`.`first_ix` >= `t`.`first_ix`) THEN `q`.`first_ix` ELSE `t`.`first_ix` END <= CASE WHEN (`q`.`last_ix` <= `t`.`last_ix`) THEN `q`.`last_ix` ELSE `t`.`last_ix` END))
INNER JOIN `rollcall_days` AS `d` ON (`d`.`ix` = CASE WHEN (`q`.`first_ix` >= `t`.`first_ix`) THEN `q`.`first_ix` ELSE `t`.`first_ix` END);

DROP TABLE IF EXISTS `rollcall_step_p1_started`;

CREATE TABLE `rollcall_step_p1_started` USING PARQUET AS
SELECT
  `i`.`pupil` AS `pupil`,
  `i`.`id` AS `id`,
  `i`.`key` AS `key`,
  `i`.`begun` AS `begun`,
  `i`.`born` AS `born`,
  `i`.`closes` AS `closes`,
  `i`.`over` AS `over`,
  `i`.`born` AS `started`
FROM `rollcall_step_p1_born` AS `i`
INNER JOIN `rollcall_step_roll` AS `q` ON (`q`.`pupil` = `i`.`pupil`);

-- The step first, First
CREATE OR REPLACE TEMPORARY VIEW `rollcall_step_p1_s1_first` AS
SELECT
  `i`.`pupil` AS `pupil`,
  `i`.`id` AS `id`,
  MIN(((CAST(`g`.`day` AS BIGINT) * 86400) + 55500)) AS `moment`
FROM `rollcall_step_p1_started` AS `i`
INNER JOIN `rollcall_step_roll` AS `q` ON (`q`.`pupil` = `i`.`pupil`)
INNER JOIN `rollcall_step_sums` AS `g` ON ((`g`.`pupil` = `i`.`pupil`) AND (`g`.`ix` <= `q`.`last_ix`))
LEFT JOIN `rollcall_days` AS `j1` ON (`j1`.`day` = `g`.`day`)
WHERE (((CAST(`g`.`day` AS BIGINT) * 86400) + 55500) >= `i`.`started`)
  AND (((CAST(`g`.`day` AS BIGINT) * 86400) + 55500) <= `i`.`closes`)
  AND (((CAST(CASE WHEN (`g`.`s3_sum` > 0) THEN `g`.`s2_sum` END AS BIGINT) * 100) < (96 * CAST(`g`.`s3_sum` AS BIGINT))) AND (`j1`.`f1` >= 21))
GROUP BY `i`.`pupil`, `i`.`id`;

CREATE OR REPLACE TEMPORARY VIEW `rollcall_step_p1_s1_due` AS
SELECT
  `i`.`pupil` AS `pupil`,
  `i`.`id` AS `id`,
  `i`.`key` AS `key`,
  `i`.`begun` AS `begun`,
  `i`.`born` AS `born`,
  `i`.`closes` AS `closes`,
  `i`.`over` AS `over`,
  `i`.`started` AS `started`,
  `f`.`moment` AS `due_moment`
FROM `rollcall_step_p1_started` AS `i`
LEFT JOIN `rollcall_step_p1_s1_first` AS `f` ON ((`f`.`pupil` = `i`.`pupil`) AND (`f`.`id` = `i`.`id`));

DROP TABLE IF EXISTS `rollcall_step_p1_s1`;

CREATE TABLE `rollcall_step_p1_s1` USING PARQUET AS
SELECT
  `i`.`pupil` AS `pupil`,
  `i`.`id` AS `id`,
  `i`.`key` AS `key`,
  `i`.`begun` AS `begun`,
  `i`.`born` AS `born`,
  `i`.`closes` AS `closes`,
  `i`.`over` AS `over`,
  `i`.`started` AS `started`,
  `i`.`due_moment` AS `due_moment`,
  `i`.`due_moment` AS `s1_opened`,
  CAST(NULL AS BIGINT) AS `s1_passed`
FROM `rollcall_step_p1_s1_due` AS `i`
INNER JOIN `rollcall_step_roll` AS `q` ON (`q`.`pupil` = `i`.`pupil`);

-- The step second, Second
CREATE OR REPLACE TEMPORARY VIEW `rollcall_step_p1_s2_first` AS
SELECT
  `i`.`pupil` AS `pupil`,
  `i`.`id` AS `id`,
  MIN(((CAST(`g`.`day` AS BIGINT) * 86400) + 55500)) AS `moment`
FROM `rollcall_step_p1_s1` AS `i`
INNER JOIN `rollcall_step_roll` AS `q` ON (`q`.`pupil` = `i`.`pupil`)
INNER JOIN `rollcall_step_sums` AS `g` ON ((`g`.`pupil` = `i`.`pupil`) AND (`g`.`ix` <= `q`.`last_ix`))
WHERE (((CAST(`g`.`day` AS BIGINT) * 86400) + 55500) >= `i`.`started`)
  AND (((CAST(`g`.`day` AS BIGINT) * 86400) + 55500) <= `i`.`closes`)
  AND (((CAST(CASE WHEN (`g`.`s3_sum` > 0) THEN `g`.`s2_sum` END AS BIGINT) * 100) < (93 * CAST(`g`.`s3_sum` AS BIGINT))) AND (CASE WHEN (((CASE WHEN (`i`.`s1_opened` <= ((CAST(`g`.`day` AS BIGINT) * 86400) + 55500)) THEN `i`.`s1_opened` END div 86400) IS NULL) OR (`g`.`day` IS NULL)) THEN CAST(NULL AS INT) ELSE CASE WHEN ((CASE WHEN (`i`.`s1_opened` <= ((CAST(`g`.`day` AS BIGINT) * 86400) + 55500)) THEN `i`.`s1_opened` END div 86400) <= `g`.`day`) THEN (`g`.`day` - (CASE WHEN (`i`.`s1_opened` <= ((CAST(`g`.`day` AS BIGINT) * 86400) + 55500)) THEN `i`.`s1_opened` END div 86400)) ELSE (0 - ((CASE WHEN (`i`.`s1_opened` <= ((CAST(`g`.`day` AS BIGINT) * 86400) + 55500)) THEN `i`.`s1_opened` END div 86400) - `g`.`day`)) END END >= 14))
GROUP BY `i`.`pupil`, `i`.`id`;

CREATE OR REPLACE TEMPORARY VIEW `rollcall_step_p1_s2_due` AS
SELECT
  `i`.`pupil` AS `pupil`,
  `i`.`id` AS `id`,
  `i`.`key` AS `key`,
  `i`.`begun` AS `begun`,
  `i`.`born` AS `born`,
  `i`.`closes` AS `closes`,
  `i`.`over` AS `over`,
  `i`.`started` AS `started`,
  `i`.`s1_opened` AS `s1_opened`,
  `i`.`s1_passed` AS `s1_passed`,
  `f`.`moment` AS `due_moment`
FROM `rollcall_step_p1_s1` AS `i`
LEFT JOIN `rollcall_step_p1_s2_first` AS `f` ON ((`f`.`pupil` = `i`.`pupil`) AND (`f`.`id` = `i`.`id`));

DROP TABLE IF EXISTS `rollcall_step_p1_s2`;

CREATE TABLE `rollcall_step_p1_s2` USING PARQUET AS
SELECT
  `i`.`pupil` AS `pupil`,
  `i`.`id` AS `id`,
  `i`.`key` AS `key`,
  `i`.`begun` AS `begun`,
  `i`.`born` AS `born`,
  `i`.`closes` AS `closes`,
  `i`.`over` AS `over`,
  `i`.`started` AS `started`,
  `i`.`s1_opened` AS `s1_opened`,
  `i`.`s1_passed` AS `s1_passed`,
  `i`.`due_moment` AS `due_moment`,
  `i`.`due_moment` AS `s2_opened`,
  CAST(NULL AS BIGINT) AS `s2_passed`
FROM `rollcall_step_p1_s2_due` AS `i`
INNER JOIN `rollcall_step_roll` AS `q` ON (`q`.`pupil` = `i`.`pupil`);

-- The step third, Third
CREATE OR REPLACE TEMPORARY VIEW `rollcall_step_p1_s3_first` AS
SELECT
  `i`.`pupil` AS `pupil`,
  `i`.`id` AS `id`,
  MIN(((CAST(`g`.`day` AS BIGINT) * 86400) + 55500)) AS `moment`
FROM `rollcall_step_p1_s2` AS `i`
INNER JOIN `rollcall_step_roll` AS `q` ON (`q`.`pupil` = `i`.`pupil`)
INNER JOIN `rollcall_step_sums` AS `g` ON ((`g`.`pupil` = `i`.`pupil`) AND (`g`.`ix` <= `q`.`last_ix`))
WHERE (((CAST(`g`.`day` AS BIGINT) * 86400) + 55500) >= `i`.`started`)
  AND (((CAST(`g`.`day` AS BIGINT) * 86400) + 55500) <= `i`.`closes`)
  AND (((CAST(CASE WHEN (`g`.`s3_sum` > 0) THEN `g`.`s2_sum` END AS BIGINT) * 100) < (90 * CAST(`g`.`s3_sum` AS BIGINT))) AND (CASE WHEN (((CASE WHEN (`i`.`s2_opened` <= ((CAST(`g`.`day` AS BIGINT) * 86400) + 55500)) THEN `i`.`s2_opened` END div 86400) IS NULL) OR (`g`.`day` IS NULL)) THEN CAST(NULL AS INT) ELSE CASE WHEN ((CASE WHEN (`i`.`s2_opened` <= ((CAST(`g`.`day` AS BIGINT) * 86400) + 55500)) THEN `i`.`s2_opened` END div 86400) <= `g`.`day`) THEN (`g`.`day` - (CASE WHEN (`i`.`s2_opened` <= ((CAST(`g`.`day` AS BIGINT) * 86400) + 55500)) THEN `i`.`s2_opened` END div 86400)) ELSE (0 - ((CASE WHEN (`i`.`s2_opened` <= ((CAST(`g`.`day` AS BIGINT) * 86400) + 55500)) THEN `i`.`s2_opened` END div 86400) - `g`.`day`)) END END >= 14))
GROUP BY `i`.`pupil`, `i`.`id`;

CREATE OR REPLACE TEMPORARY VIEW `rollcall_step_p1_s3_due` AS
SELECT
  `i`.`pupil` AS `pupil`,
  `i`.`id` AS `id`,
  `i`.`key` AS `key`,
  `i`.`begun` AS `begun`,
  `i`.`born` AS `born`,
  `i`.`closes` AS `closes`,
  `i`.`over` AS `over`,
  `i`.`started` AS `started`,
  `i`.`s1_opened` AS `s1_opened`,
  `i`.`s1_passed` AS `s1_passed`,
  `i`.`s2_opened` AS `s2_opened`,
  `i`.`s2_passed` AS `s2_passed`,
  `f`.`moment` AS `due_moment`
FROM `rollcall_step_p1_s2` AS `i`
LEFT JOIN `rollcall_step_p1_s3_first` AS `f` ON ((`f`.`pupil` = `i`.`pupil`) AND (`f`.`id` = `i`.`id`));

CREATE OR REPLACE TEMPORARY VIEW `rollcall_step_p1_s3` AS
SELECT
  `i`.`pupil` AS `pupil`,
  `i`.`id` AS `id`,
  `i`.`key` AS `key`,
  `i`.`begun` AS `begun`,
  `i`.`born` AS `born`,
  `i`.`closes` AS `closes`,
  `i`.`over` AS `over`,
  `i`.`started` AS `started`,
  `i`.`s1_opened` AS `s1_opened`,
  `i`.`s1_passed` AS `s1_passed`,
  `i`.`s2_opened` AS `s2_opened`,
  `i`.`s2_passed` AS `s2_passed`,
  `i`.`due_moment` AS `due_moment`,
  `i`.`due_moment` AS `s3_opened`,
  CAST(NULL AS BIGINT) AS `s3_passed`
FROM `rollcall_step_p1_s3_due` AS `i`
INNER JOIN `rollcall_step_roll` AS `q` ON (`q`.`pupil` = `i`.`pupil`);

CREATE OR REPLACE TEMPORARY VIEW `rollcall_step_p1_ended` AS
SELECT
  `i`.`pupil` AS `pupil`,
  `i`.`id` AS `id`,
  `i`.`key` AS `key`,
  `i`.`begun` AS `begun`,
  `i`.`born` AS `born`,
  `i`.`closes` AS `closes`,
  `i`.`over` AS `over`,
  `i`.`started` AS `started`,
  `i`.`s1_opened` AS `s1_opened`,
  `i`.`s1_passed` AS `s1_passed`,
  `i`.`s2_opened` AS `s2_opened`,
  `i`.`s2_passed` AS `s2_passed`,
  `i`.`s3_opened` AS `s3_opened`,
  `i`.`s3_passed` AS `s3_passed`,
  CASE WHEN (`i`.`over` <= 1773446399) THEN `i`.`over` ELSE CAST(NULL AS BIGINT) END AS `ended`
FROM `rollcall_step_p1_s3` AS `i`
INNER JOIN `rollcall_step_roll` AS `q` ON (`q`.`pupil` = `i`.`pupil`);

DROP TABLE IF EXISTS `rollcall_step_p1_opened`;

CREATE TABLE `rollcall_step_p1_opened` USING PARQUET AS
SELECT
  `i`.`pupil` AS `pupil`,
  `i`.`id` AS `id`,
  `i`.`key` AS `key`,
  `i`.`begun` AS `begun`,
  `i`.`born` AS `born`,
  `i`.`closes` AS `closes`,
  `i`.`over` AS `over`,
  `i`.`started` AS `started`,
  `i`.`s1_opened` AS `s1_opened`,
  `i`.`s2_opened` AS `s2_opened`,
  `i`.`s3_opened` AS `s3_opened`,
  `i`.`ended` AS `ended`
FROM `rollcall_step_p1_ended` AS `i`;

DROP TABLE IF EXISTS `rollcall_step_p1_due`;

CREATE TABLE `rollcall_step_p1_due` USING PARQUET AS
SELECT
  `i`.`pupil` AS `pupil`,
  `i`.`id` AS `id`,
  `i`.`key` AS `key`,
  `i`.`begun` AS `begun`,
  `i`.`born` AS `born`,
  `i`.`closes` AS `closes`,
  `i`.`over` AS `over`,
  `i`.`started` AS `started`,
  `i`.`s1_opened` AS `s1_opened`,
  `i`.`s2_opened` AS `s2_opened`,
  `i`.`s3_opened` AS `s3_opened`,
  `i`.`ended` AS `ended`,
  CASE WHEN (`i`.`s1_opened` IS NOT NULL) THEN CASE WHEN (((CAST(`j1`.`f2` AS BIGINT) * 86400) + 55500) >= `i`.`s1_opened`) THEN ((CAST(`j1`.`f2` AS BIGINT) * 86400) + 55500) ELSE CASE WHEN (((CAST(`j1`.`f2` AS BIGINT) * 86400) + 55500) IS NULL) THEN CAST(NULL AS BIGINT) ELSE CASE WHEN (((CAST((`i`.`s1_opened` div 86400) AS BIGINT) * 86400) + 55500) >= `i`.`s1_opened`) THEN ((CAST((`i`.`s1_opened` div 86400) AS BIGINT) * 86400) + 55500) ELSE ((CAST((`i`.`s1_opened` div 86400) AS BIGINT) * 86400) + 86399) END END END ELSE CAST(NULL AS BIGINT) END AS `due1`,
  CASE WHEN (`i`.`s2_opened` IS NOT NULL) THEN CASE WHEN (((CAST(`j2`.`f2` AS BIGINT) * 86400) + 55500) >= `i`.`s2_opened`) THEN ((CAST(`j2`.`f2` AS BIGINT) * 86400) + 55500) ELSE CASE WHEN (((CAST(`j2`.`f2` AS BIGINT) * 86400) + 55500) IS NULL) THEN CAST(NULL AS BIGINT) ELSE CASE WHEN (((CAST((`i`.`s2_opened` div 86400) AS BIGINT) * 86400) + 55500) >= `i`.`s2_opened`) THEN ((CAST((`i`.`s2_opened` div 86400) AS BIGINT) * 86400) + 55500) ELSE ((CAST((`i`.`s2_opened` div 86400) AS BIGINT) * 86400) + 86399) END END END ELSE CAST(NULL AS BIGINT) END AS `due2`,
  CASE WHEN (`i`.`s3_opened` IS NOT NULL) THEN CASE WHEN (((CAST(`j3`.`f2` AS BIGINT) * 86400) + 55500) >= `i`.`s3_opened`) THEN ((CAST(`j3`.`f2` AS BIGINT) * 86400) + 55500) ELSE CASE WHEN (((CAST(`j3`.`f2` AS BIGINT) * 86400) + 55500) IS NULL) THEN CAST(NULL AS BIGINT) ELSE CASE WHEN (((CAST((`i`.`s3_opened` div 86400) AS BIGINT) * 86400) + 55500) >= `i`.`s3_opened`) THEN ((CAST((`i`.`s3_opened` div 86400) AS BIGINT) * 86400) + 55500) ELSE ((CAST((`i`.`s3_opened` div 86400) AS BIGINT) * 86400) + 86399) END END END ELSE CAST(NULL AS BIGINT) END AS `due3`
FROM `rollcall_step_p1_opened` AS `i`
INNER JOIN `rollcall_step_roll` AS `q` ON (`q`.`pupil` = `i`.`pupil`)
LEFT JOIN `rollcall_days` AS `j1` ON (`j1`.`day` = (`i`.`s1_opened` div 86400))
LEFT JOIN `rollcall_days` AS `j2` ON (`j2`.`day` = (`i`.`s2_opened` div 86400))
LEFT JOIN `rollcall_days` AS `j3` ON (`j3`.`day` = (`i`.`s3_opened` div 86400));

-- The procedure penalty, Penalty notice
DROP TABLE IF EXISTS `rollcall_step_p2_born`;

CREATE TABLE `rollcall_step_p2_born` USING PARQUET AS
SELECT
  `q`.`pupil` AS `pupil`,
  0 AS `id`,
  '' AS `key`,
  CASE WHEN (`d`.`morning` = 1) THEN (CAST(`d`.`day` AS BIGINT) * 86400) ELSE CASE WHEN (`d`.`am` = 1) THEN ((CAST(`d`.`day` AS BIGINT) * 86400) + 33900) ELSE ((CAST(`d`.`day` AS BIGINT) * 86400) + 48600) END END AS `begun`,
  CASE WHEN (`d`.`morning` = 1) THEN (CAST(`d`.`day` AS BIGINT) * 86400) ELSE CASE WHEN (`d`.`am` = 1) THEN ((CAST(`d`.`day` AS BIGINT) * 86400) + 33900) ELSE ((CAST(`d`.`day` AS BIGINT) * 86400) + 48600) END END AS `born`,
  CAST(NULL AS BIGINT) AS `closes`,
  CAST(NULL AS BIGINT) AS `over`
FROM `rollcall_step_roll` AS `q`
INNER JOIN `rollcall_days` AS `d` ON (`d`.`ix` = `q`.`first_ix`)
WHERE (`q`.`first_ix` <= `q`.`last_ix`);

CREATE OR REPLACE TEMPORARY VIEW `rollcall_step_p2_start` AS
SELECT
  `i`.`pupil` AS `pupil`,
  `i`.`id` AS `id`,
  MIN(((CAST(`g`.`day` AS BIGINT) * 86400) + 55500)) AS `moment`
FROM `rollcall_step_p2_born` AS `i`
INNER JOIN `rollcall_step_roll` AS `q` ON (`q`.`pupil` = `i`.`pupil`)
INNER JOIN `rollcall_step_sums` AS `g` ON ((`g`.`pupil` = `i`.`pupil`) AND (`g`.`ix` <= `q`.`last_ix`))
LEFT JOIN `rollcall_days` AS `j1` ON (`j1`.`day` = `g`.`day`)
LEFT JOIN `rollcall_step_sums` AS `j2` ON ((`j2`.`pupil` = `q`.`pupil`) AND (`j2`.`ix` = `j1`.`f3`))
WHERE (((CAST(`g`.`day` AS BIGINT) * 86400) + 55500) >= `i`.`born`)
  AND (CASE WHEN (`j1`.`f3` IS NULL) THEN CAST(NULL AS INT) ELSE CASE WHEN (`j1`.`f3` < 0) THEN 0 ELSE (`g`.`s1_sum` - COALESCE((`j2`.`s1_sum` - `j2`.`s1`), 0)) END END >= 10)
GROUP BY `i`.`pupil`, `i`.`id`;

CREATE OR REPLACE TEMPORARY VIEW `rollcall_step_p2_started` AS
SELECT
  `i`.`pupil` AS `pupil`,
  `i`.`id` AS `id`,
  `i`.`key` AS `key`,
  `i`.`begun` AS `begun`,
  `i`.`born` AS `born`,
  `i`.`closes` AS `closes`,
  `i`.`over` AS `over`,
  `f`.`moment` AS `started`
FROM `rollcall_step_p2_born` AS `i`
LEFT JOIN `rollcall_step_p2_start` AS `f` ON ((`f`.`pupil` = `i`.`pupil`) AND (`f`.`id` = `i`.`id`));

-- The step considering, Considering
CREATE OR REPLACE TEMPORARY VIEW `rollcall_step_p2_s1_due` AS
SELECT
  `i`.`pupil` AS `pupil`,
  `i`.`id` AS `id`,
  `i`.`key` AS `key`,
  `i`.`begun` AS `begun`,
  `i`.`born` AS `born`,
  `i`.`closes` AS `closes`,
  `i`.`over` AS `over`,
  `i`.`started` AS `started`,
  `i`.`started` AS `due_moment`
FROM `rollcall_step_p2_started` AS `i`
INNER JOIN `rollcall_step_roll` AS `q` ON (`q`.`pupil` = `i`.`pupil`);

CREATE OR REPLACE TEMPORARY VIEW `rollcall_step_p2_s1` AS
SELECT
  `i`.`pupil` AS `pupil`,
  `i`.`id` AS `id`,
  `i`.`key` AS `key`,
  `i`.`begun` AS `begun`,
  `i`.`born` AS `born`,
  `i`.`closes` AS `closes`,
  `i`.`over` AS `over`,
  `i`.`started` AS `started`,
  `i`.`due_moment` AS `due_moment`,
  `i`.`due_moment` AS `s1_opened`,
  CAST(NULL AS BIGINT) AS `s1_passed`
FROM `rollcall_step_p2_s1_due` AS `i`
INNER JOIN `rollcall_step_roll` AS `q` ON (`q`.`pupil` = `i`.`pupil`);

CREATE OR REPLACE TEMPORARY VIEW `rollcall_step_p2_ended` AS
SELECT
  `i`.`pupil` AS `pupil`,
  `i`.`id` AS `id`,
  `i`.`key` AS `key`,
  `i`.`begun` AS `begun`,
  `i`.`born` AS `born`,
  `i`.`closes` AS `closes`,
  `i`.`over` AS `over`,
  `i`.`started` AS `started`,
  `i`.`s1_opened` AS `s1_opened`,
  `i`.`s1_passed` AS `s1_passed`,
  CASE WHEN (`i`.`over` <= 1773446399) THEN `i`.`over` ELSE CAST(NULL AS BIGINT) END AS `ended`
FROM `rollcall_step_p2_s1` AS `i`
INNER JOIN `rollcall_step_roll` AS `q` ON (`q`.`pupil` = `i`.`pupil`);

DROP TABLE IF EXISTS `rollcall_step_p2_opened`;

CREATE TABLE `rollcall_step_p2_opened` USING PARQUET AS
SELECT
  `i`.`pupil` AS `pupil`,
  `i`.`id` AS `id`,
  `i`.`key` AS `key`,
  `i`.`begun` AS `begun`,
  `i`.`born` AS `born`,
  `i`.`closes` AS `closes`,
  `i`.`over` AS `over`,
  `i`.`started` AS `started`,
  `i`.`s1_opened` AS `s1_opened`,
  `i`.`ended` AS `ended`
FROM `rollcall_step_p2_ended` AS `i`;

DROP TABLE IF EXISTS `rollcall_step_p2_due`;

CREATE TABLE `rollcall_step_p2_due` USING PARQUET AS
SELECT
  `i`.`pupil` AS `pupil`,
  `i`.`id` AS `id`,
  `i`.`key` AS `key`,
  `i`.`begun` AS `begun`,
  `i`.`born` AS `born`,
  `i`.`closes` AS `closes`,
  `i`.`over` AS `over`,
  `i`.`started` AS `started`,
  `i`.`s1_opened` AS `s1_opened`,
  `i`.`ended` AS `ended`,
  CASE WHEN (`i`.`s1_opened` IS NOT NULL) THEN CASE WHEN (CASE WHEN (`i`.`s1_opened` > ((CAST((`i`.`s1_opened` div 86400) AS BIGINT) * 86400) + 55500)) THEN ((CAST((`i`.`s1_opened` div 86400) AS BIGINT) * 86400) + 86399) ELSE ((CAST((`i`.`s1_opened` div 86400) AS BIGINT) * 86400) + 55500) END >= `i`.`s1_opened`) THEN CASE WHEN (`i`.`s1_opened` > ((CAST((`i`.`s1_opened` div 86400) AS BIGINT) * 86400) + 55500)) THEN ((CAST((`i`.`s1_opened` div 86400) AS BIGINT) * 86400) + 86399) ELSE ((CAST((`i`.`s1_opened` div 86400) AS BIGINT) * 86400) + 55500) END ELSE CASE WHEN (CASE WHEN (`i`.`s1_opened` > ((CAST((`i`.`s1_opened` div 86400) AS BIGINT) * 86400) + 55500)) THEN ((CAST((`i`.`s1_opened` div 86400) AS BIGINT) * 86400) + 86399) ELSE ((CAST((`i`.`s1_opened` div 86400) AS BIGINT) * 86400) + 55500) END IS NULL) THEN CAST(NULL AS BIGINT) ELSE CASE WHEN (((CAST((`i`.`s1_opened` div 86400) AS BIGINT) * 86400) + 55500) >= `i`.`s1_opened`) THEN ((CAST((`i`.`s1_opened` div 86400) AS BIGINT) * 86400) + 55500) ELSE ((CAST((`i`.`s1_opened` div 86400) AS BIGINT) * 86400) + 86399) END END END ELSE CAST(NULL AS BIGINT) END AS `due1`
FROM `rollcall_step_p2_opened` AS `i`
INNER JOIN `rollcall_step_roll` AS `q` ON (`q`.`pupil` = `i`.`pupil`);

CREATE OR REPLACE TEMPORARY VIEW `rollcall_step_events` AS
SELECT
  `i`.`pupil` AS `pupil`,
  'letters' AS `procedure`,
  `i`.`key` AS `key`,
  `i`.`born` AS `born`,
  'begun' AS `what`,
  CAST(NULL AS STRING) AS `step`,
  CAST(NULL AS STRING) AS `rule`,
  `i`.`begun` AS `moment`
FROM `rollcall_step_p1_due` AS `i`
WHERE (`i`.`begun` IS NOT NULL)
UNION ALL
SELECT
  `i`.`pupil` AS `pupil`,
  'letters' AS `procedure`,
  `i`.`key` AS `key`,
  `i`.`born` AS `born`,
  'started' AS `what`,
  CAST(NULL AS STRING) AS `step`,
  CAST(NULL AS STRING) AS `rule`,
  `i`.`started` AS `moment`
FROM `rollcall_step_p1_due` AS `i`
WHERE (`i`.`started` IS NOT NULL)
UNION ALL
SELECT
  `i`.`pupil` AS `pupil`,
  'letters' AS `procedure`,
  `i`.`key` AS `key`,
  `i`.`born` AS `born`,
  'ended' AS `what`,
  CAST(NULL AS STRING) AS `step`,
  CAST(NULL AS STRING) AS `rule`,
  `i`.`ended` AS `moment`
FROM `rollcall_step_p1_due` AS `i`
WHERE (`i`.`ended` IS NOT NULL)
UNION ALL
SELECT
  `i`.`pupil` AS `pupil`,
  'letters' AS `procedure`,
  `i`.`key` AS `key`,
  `i`.`born` AS `born`,
  'opened' AS `what`,
  'first' AS `step`,
  CAST(NULL AS STRING) AS `rule`,
  `i`.`s1_opened` AS `moment`
FROM `rollcall_step_p1_due` AS `i`
WHERE (`i`.`s1_opened` IS NOT NULL)
UNION ALL
SELECT
  `i`.`pupil` AS `pupil`,
  'letters' AS `procedure`,
  `i`.`key` AS `key`,
  `i`.`born` AS `born`,
  'opened' AS `what`,
  'second' AS `step`,
  CAST(NULL AS STRING) AS `rule`,
  `i`.`s2_opened` AS `moment`
FROM `rollcall_step_p1_due` AS `i`
WHERE (`i`.`s2_opened` IS NOT NULL)
UNION ALL
SELECT
  `i`.`pupil` AS `pupil`,
  'letters' AS `procedure`,
  `i`.`key` AS `key`,
  `i`.`born` AS `born`,
  'opened' AS `what`,
  'third' AS `step`,
  CAST(NULL AS STRING) AS `rule`,
  `i`.`s3_opened` AS `moment`
FROM `rollcall_step_p1_due` AS `i`
WHERE (`i`.`s3_opened` IS NOT NULL)
UNION ALL
SELECT
  `i`.`pupil` AS `pupil`,
  'letters' AS `procedure`,
  `i`.`key` AS `key`,
  `i`.`born` AS `born`,
  'due' AS `what`,
  'first' AS `step`,
  'letters.first.1' AS `rule`,
  `i`.`due1` AS `moment`
FROM `rollcall_step_p1_due` AS `i`
WHERE (`i`.`due1` IS NOT NULL)
UNION ALL
SELECT
  `i`.`pupil` AS `pupil`,
  'letters' AS `procedure`,
  `i`.`key` AS `key`,
  `i`.`born` AS `born`,
  'due' AS `what`,
  'second' AS `step`,
  'letters.second.1' AS `rule`,
  `i`.`due2` AS `moment`
FROM `rollcall_step_p1_due` AS `i`
WHERE (`i`.`due2` IS NOT NULL)
UNION ALL
SELECT
  `i`.`pupil` AS `pupil`,
  'letters' AS `procedure`,
  `i`.`key` AS `key`,
  `i`.`born` AS `born`,
  'due' AS `what`,
  'third' AS `step`,
  'letters.third.1' AS `rule`,
  `i`.`due3` AS `moment`
FROM `rollcall_step_p1_due` AS `i`
WHERE (`i`.`due3` IS NOT NULL)
UNION ALL
SELECT
  `i`.`pupil` AS `pupil`,
  'penalty' AS `procedure`,
  `i`.`key` AS `key`,
  `i`.`born` AS `born`,
  'begun' AS `what`,
  CAST(NULL AS STRING) AS `step`,
  CAST(NULL AS STRING) AS `rule`,
  `i`.`begun` AS `moment`
FROM `rollcall_step_p2_due` AS `i`
WHERE (`i`.`begun` IS NOT NULL)
UNION ALL
SELECT
  `i`.`pupil` AS `pupil`,
  'penalty' AS `procedure`,
  `i`.`key` AS `key`,
  `i`.`born` AS `born`,
  'started' AS `what`,
  CAST(NULL AS STRING) AS `step`,
  CAST(NULL AS STRING) AS `rule`,
  `i`.`started` AS `moment`
FROM `rollcall_step_p2_due` AS `i`
WHERE (`i`.`started` IS NOT NULL)
UNION ALL
SELECT
  `i`.`pupil` AS `pupil`,
  'penalty' AS `procedure`,
  `i`.`key` AS `key`,
  `i`.`born` AS `born`,
  'ended' AS `what`,
  CAST(NULL AS STRING) AS `step`,
  CAST(NULL AS STRING) AS `rule`,
  `i`.`ended` AS `moment`
FROM `rollcall_step_p2_due` AS `i`
WHERE (`i`.`ended` IS NOT NULL)
UNION ALL
SELECT
  `i`.`pupil` AS `pupil`,
  'penalty' AS `procedure`,
  `i`.`key` AS `key`,
  `i`.`born` AS `born`,
  'opened' AS `what`,
  'considering' AS `step`,
  CAST(NULL AS STRING) AS `rule`,
  `i`.`s1_opened` AS `moment`
FROM `rollcall_step_p2_due` AS `i`
WHERE (`i`.`s1_opened` IS NOT NULL)
UNION ALL
SELECT
  `i`.`pupil` AS `pupil`,
  'penalty' AS `procedure`,
  `i`.`key` AS `key`,
  `i`.`born` AS `born`,
  'due' AS `what`,
  'considering' AS `step`,
  'penalty.considering.1' AS `rule`,
  `i`.`due1` AS `moment`
FROM `rollcall_step_p2_due` AS `i`
WHERE (`i`.`due1` IS NOT NULL);

DROP TABLE IF EXISTS `rollcall_step_runs_0_3_days_0_230`;

CREATE TABLE `rollcall_step_runs_0_3_days_0_230` USING PARQUET AS
SELECT
  `m`.`pupil` AS `pupil`,
  `m`.`breaks_1` AS `island`,
  COUNT(`m`.`pupil`) AS `length`
FROM `rollcall_step_sums` AS `m`
WHERE (`m`.`s3` > 0)
  AND (`m`.`s0` = `m`.`s3`)
GROUP BY `m`.`pupil`, `m`.`breaks_1`;

CREATE OR REPLACE TEMPORARY VIEW `rollcall_step_current_0_3_days_0_230` AS
SELECT
  `m`.`pupil` AS `pupil`,
  `m`.`length` AS `current`
FROM `rollcall_step_runs_0_3_days_0_230` AS `m`
INNER JOIN (
  SELECT
    `b`.`pupil` AS `pupil`,
    MAX(`b`.`breaks_1`) AS `island`
  FROM `rollcall_step_sums` AS `b`
  GROUP BY `b`.`pupil`
) AS `l` ON ((`l`.`pupil` = `m`.`pupil`) AND (`l`.`island` = `m`.`island`));

CREATE OR REPLACE TEMPORARY VIEW `rollcall_step_longest_0_3_days_0_230` AS
SELECT
  `m`.`pupil` AS `pupil`,
  MAX(`m`.`length`) AS `longest`
FROM `rollcall_step_runs_0_3_days_0_230` AS `m`
GROUP BY `m`.`pupil`;

DROP TABLE IF EXISTS `rollcall_step_focus`;

CREATE TABLE `rollcall_step_focus` USING PARQUET AS
SELECT
  `q`.`pupil` AS `pupil`,
  `q`.`name` AS `name`,
  `q`.`year` AS `year`,
  `q`.`born` AS `born`,
  `n1`.`started` AS `letters_started`,
  `n1`.`ended` AS `letters_ended`,
  `n1`.`s1_opened` AS `letters_first_opened`,
  `n1`.`s2_opened` AS `letters_second_opened`,
  `n1`.`s3_opened` AS `letters_third_opened`,
  `n1`.`due1` AS `letters_first_1_due`,
  `n1`.`due2` AS `letters_second_1_due`,
  `n1`.`due3` AS `letters_third_1_due`,
  `n2`.`started` AS `penalty_started`,
  `n2`.`ended` AS `penalty_ended`,
  `n2`.`s1_opened` AS `penalty_considering_opened`,
  `n2`.`due1` AS `penalty_considering_1_due`
FROM `rollcall_step_roll` AS `q`
LEFT JOIN `rollcall_step_p1_due` AS `n1` ON (`n1`.`pupil` = `q`.`pupil`)
LEFT JOIN `rollcall_step_p2_due` AS `n2` ON (`n2`.`pupil` = `q`.`pupil`);

CREATE OR REPLACE TEMPORARY VIEW `rollcall_step_totals` AS
SELECT
  `d`.`pupil` AS `pupil`,
  CAST(SUM(`d`.`s3`) AS INT) AS `c1`,
  CAST(SUM(`d`.`s2`) AS INT) AS `c2`,
  CAST(SUM(CASE WHEN (`d`.`day` >= 20508) THEN `d`.`s4` ELSE 0 END) AS INT) AS `c3`,
  CAST(SUM(CASE WHEN (`d`.`day` >= 20437) THEN `d`.`s1` ELSE 0 END) AS INT) AS `c4`,
  CAST(SUM(`d`.`s1`) AS INT) AS `c5`,
  CAST(SUM(`d`.`s5`) AS INT) AS `c6`
FROM `rollcall_step_daily` AS `d`
GROUP BY `d`.`pupil`;

CREATE OR REPLACE TEMPORARY VIEW `rollcall_step_tally` AS
SELECT
  `at`.`pupil` AS `pupil`,
  COALESCE(`t`.`c1`, 0) AS `c1`,
  COALESCE(`t`.`c2`, 0) AS `c2`,
  COALESCE(`t`.`c3`, 0) AS `c3`,
  COALESCE(`t`.`c4`, 0) AS `c4`,
  COALESCE(`t`.`c5`, 0) AS `c5`,
  COALESCE(`t`.`c6`, 0) AS `c6`
FROM `rollcall_step_focus` AS `at`
LEFT JOIN `rollcall_step_totals` AS `t` ON (`t`.`pupil` = `at`.`pupil`);

SELECT
  -- The pupil
  `at`.`name` AS `pupil`,
  -- Persistently absent
  ((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) <= (90 * CAST(`tally`.`c1` AS BIGINT))) AS `is_persistently_absent`,
  -- Severely absent
  ((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) <= (50 * CAST(`tally`.`c1` AS BIGINT))) AS `is_severely_absent`,
  -- Persistently late
  (`tally`.`c3` >= 5) AS `is_persistently_late`,
  -- At the threshold of a penalty notice
  (`tally`.`c4` >= 10) AS `is_at_penalty_threshold`,
  -- A welfare call is due
  (CAST(COALESCE(`j1`.`current`, 0) AS INT) >= 5) AS `is_welfare_call`,
  -- A contract is to be reviewed
  (((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) < (93 * CAST(`tally`.`c1` AS BIGINT))) AND (`tally`.`c5` >= 6) AND (`tally`.`c4` < 10)) AS `is_contract_review`,
  -- Level
  CASE WHEN ((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) >= (99 * CAST(`tally`.`c1` AS BIGINT))) THEN 'Excellent' WHEN (((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) >= (96 * CAST(`tally`.`c1` AS BIGINT))) AND ((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) < (99 * CAST(`tally`.`c1` AS BIGINT))) AND (NOT ((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) >= (99 * CAST(`tally`.`c1` AS BIGINT))))) THEN 'Good' WHEN (((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) >= (91 * CAST(`tally`.`c1` AS BIGINT))) AND ((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) < (96 * CAST(`tally`.`c1` AS BIGINT))) AND (NOT ((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) >= (99 * CAST(`tally`.`c1` AS BIGINT)))) AND (NOT (((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) >= (96 * CAST(`tally`.`c1` AS BIGINT))) AND ((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) < (99 * CAST(`tally`.`c1` AS BIGINT)))))) THEN 'Watched' WHEN (((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) >= (87 * CAST(`tally`.`c1` AS BIGINT))) AND ((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) < (91 * CAST(`tally`.`c1` AS BIGINT))) AND (NOT ((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) >= (99 * CAST(`tally`.`c1` AS BIGINT)))) AND (NOT (((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) >= (96 * CAST(`tally`.`c1` AS BIGINT))) AND ((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) < (99 * CAST(`tally`.`c1` AS BIGINT))))) AND (NOT (((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) >= (91 * CAST(`tally`.`c1` AS BIGINT))) AND ((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) < (96 * CAST(`tally`.`c1` AS BIGINT)))))) THEN 'At risk' WHEN (((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) >= (86 * CAST(`tally`.`c1` AS BIGINT))) AND ((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) < (87 * CAST(`tally`.`c1` AS BIGINT))) AND (NOT ((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) >= (99 * CAST(`tally`.`c1` AS BIGINT)))) AND (NOT (((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) >= (96 * CAST(`tally`.`c1` AS BIGINT))) AND ((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) < (99 * CAST(`tally`.`c1` AS BIGINT))))) AND (NOT (((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) >= (91 * CAST(`tally`.`c1` AS BIGINT))) AND ((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) < (96 * CAST(`tally`.`c1` AS BIGINT))))) AND (NOT (((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) >= (87 * CAST(`tally`.`c1` AS BIGINT))) AND ((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) < (91 * CAST(`tally`.`c1` AS BIGINT)))))) THEN 'Serious' WHEN (((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) < (86 * CAST(`tally`.`c1` AS BIGINT))) AND (NOT ((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) >= (99 * CAST(`tally`.`c1` AS BIGINT)))) AND (NOT (((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) >= (96 * CAST(`tally`.`c1` AS BIGINT))) AND ((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) < (99 * CAST(`tally`.`c1` AS BIGINT))))) AND (NOT (((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) >= (91 * CAST(`tally`.`c1` AS BIGINT))) AND ((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) < (96 * CAST(`tally`.`c1` AS BIGINT))))) AND (NOT (((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) >= (87 * CAST(`tally`.`c1` AS BIGINT))) AND ((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) < (91 * CAST(`tally`.`c1` AS BIGINT))))) AND (NOT (((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) >= (86 * CAST(`tally`.`c1` AS BIGINT))) AND ((CAST(CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS BIGINT) * 100) < (87 * CAST(`tally`.`c1` AS BIGINT)))))) THEN 'Critical' ELSE CAST(NULL AS STRING) END AS `band_level`,
  -- Attended share: numerator
  CASE WHEN (`tally`.`c1` > 0) THEN `tally`.`c2` END AS `attended_share_n`,
  -- Attended share: denominator
  `tally`.`c1` AS `attended_share_d`,
  -- Authorised absence: numerator
  `tally`.`c6` AS `authorised_absence_n`,
  -- Authorised absence: denominator
  1 AS `authorised_absence_d`,
  -- Unauthorised absence: numerator
  `tally`.`c5` AS `unauthorised_absence_n`,
  -- Unauthorised absence: denominator
  1 AS `unauthorised_absence_d`,
  -- Unauthorised lately: numerator
  `tally`.`c4` AS `unauthorised_lately_n`,
  -- Unauthorised lately: denominator
  1 AS `unauthorised_lately_d`,
  -- Lates: numerator
  `tally`.`c3` AS `lates_n`,
  -- Lates: denominator
  1 AS `lates_d`,
  -- Longest absence: numerator
  CAST(COALESCE(`j2`.`longest`, 0) AS INT) AS `longest_absence_n`,
  -- Longest absence: denominator
  1 AS `longest_absence_d`,
  -- Still away: numerator
  CAST(COALESCE(`j1`.`current`, 0) AS INT) AS `still_away_n`,
  -- Still away: denominator
  1 AS `still_away_d`,
  -- Recent run: numerator
  CAST(COALESCE(`j1`.`current`, 0) AS INT) AS `recent_run_n`,
  -- Recent run: denominator
  1 AS `recent_run_d`,
  -- Three letters: started
  `at`.`letters_started` AS `letters_started`,
  -- Three letters: ended
  `at`.`letters_ended` AS `letters_ended`,
  -- Three letters: First opened
  `at`.`letters_first_opened` AS `letters_first_opened`,
  -- Three letters: Second opened
  `at`.`letters_second_opened` AS `letters_second_opened`,
  -- Three letters: Third opened
  `at`.`letters_third_opened` AS `letters_third_opened`,
  -- Three letters: First, must send letter-1, due
  `at`.`letters_first_1_due` AS `letters_first_1_due`,
  -- Three letters: Second, must send letter-2, due
  `at`.`letters_second_1_due` AS `letters_second_1_due`,
  -- Three letters: Third, must send letter-3, due
  `at`.`letters_third_1_due` AS `letters_third_1_due`,
  -- Penalty notice: started
  `at`.`penalty_started` AS `penalty_started`,
  -- Penalty notice: ended
  `at`.`penalty_ended` AS `penalty_ended`,
  -- Penalty notice: Considering opened
  `at`.`penalty_considering_opened` AS `penalty_considering_opened`,
  -- Penalty notice: Considering, must consider penalty-notice, due
  `at`.`penalty_considering_1_due` AS `penalty_considering_1_due`
FROM `rollcall_step_focus` AS `at`
LEFT JOIN `rollcall_step_tally` AS `tally` ON (`tally`.`pupil` = `at`.`pupil`)
LEFT JOIN `rollcall_step_current_0_3_days_0_230` AS `j1` ON (`j1`.`pupil` = `at`.`pupil`)
LEFT JOIN `rollcall_step_longest_0_3_days_0_230` AS `j2` ON (`j2`.`pupil` = `at`.`pupil`)
ORDER BY `at`.`pupil`
