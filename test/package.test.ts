// What package.json and its lock file promise to whoever installs: the same versions, from anywhere, on any computer.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { root } from "./source-files.ts";

const versions = z.record(z.string(), z.string()).default({});
const packageShape = z.object({ dependencies: versions, devDependencies: versions });
const lockedShape = z.object({ resolved: z.string().optional(), optionalDependencies: versions });
const lockShape = z.object({ packages: z.record(z.string(), lockedShape) });

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(root, name), "utf8"));
}

const manifest = packageShape.parse(readJson("package.json"));
const { packages } = lockShape.parse(readJson("package-lock.json"));

describe("the package", () => {
  test("pins every version exactly", () => {
    const pins = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(pins.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test("says in the README why each dependency is there", () => {
    const readme = readFileSync(join(root, "README.md"), "utf8");
    const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(names.filter((name) => !new RegExp(`(^\\| |\`)${name}( |\`)`, "m").test(readme))).toEqual([]);
  });

  test("is locked to no host but the public registry", () => {
    const odd = Object.entries(packages).filter(([, { resolved }]) => !isPublic(resolved));
    expect(odd.map(([path]) => path)).toEqual([]);
  });

  test("is locked for every kind of computer, not only for the one that wrote the lock", () => {
    const wanted = Object.values(packages).flatMap((locked) => Object.keys(locked.optionalDependencies));
    const missing = wanted.filter(
      (name) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)),
    );
    expect([...new Set(missing)]).toEqual([]);
  });
});

function isPublic(resolved: string | undefined): boolean {
  return resolved === undefined || resolved.startsWith("https://registry.npmjs.org/");
}
