# Runs the queries on a local cluster of Spark with two workers, over a register in Parquet, partitioned by pupils: tables and
# statements from a folder, rows back into it as JSON. What they should be is none of its business.

import json
import sys
from pathlib import Path

from pyspark.sql import SparkSession

TYPES = {"integer": "INT", "bigint": "BIGINT", "text": "STRING"}


def read_relation(spark, folder, relation):
    schema = ", ".join(f"`{name}` {TYPES[kind]}" for name, kind in relation["columns"])
    return spark.createDataFrame([tuple(row) for row in relation["rows"]], schema)


def main(folder, verbose):
    spark = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .appName("rollcall")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.catalogImplementation", "in-memory")
        .config("spark.sql.warehouse.dir", str(folder / "warehouse"))
        .config("spark.executor.extraJavaOptions", "-XX:+UseSerialGC")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    for question in sorted(folder.glob("*.question.json")):
        asked = json.loads(question.read_text())
        for relation in asked["relations"]:
            frame = read_relation(spark, folder, relation)
            if relation["name"] == "register":
                parquet = str(folder / f"{question.name}.parquet")
                frame.selectExpr("*", "crc32(pupil) % 4 AS part").write.mode("overwrite").partitionBy("part").parquet(parquet)
                frame = spark.read.parquet(parquet).drop("part")
            frame.createOrReplaceTempView(relation["name"])
        for statement in asked["before"]:
            spark.sql(statement)
            if verbose:
                print(statement.splitlines()[0][:60], flush=True)
        answer = {
            name: [json.loads(row) for row in spark.sql(asked[name]).toJSON().collect()]
            for name in ("query", "instances")
        }
        question.with_suffix("").with_suffix(".answer.json").write_text(json.dumps(answer))
        print(f"{asked['name']}: {len(answer['query'])} pupils, {len(answer['instances'])} events", flush=True)
        for table in spark.catalog.listTables():
            spark.sql(f"DROP {'VIEW' if table.isTemporary else 'TABLE'} IF EXISTS `{table.name}`")
    spark.stop()


main(Path(sys.argv[1]), "--verbose" in sys.argv)
