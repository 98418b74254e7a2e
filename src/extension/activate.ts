// The extension's half of the conversation inside VS Code: starts the server that comes with it, and stops it with the window. All that
// is said of a policy, the server says.

import { env, execPath } from "node:process";
import type { ExtensionContext } from "vscode";
import { LanguageClient } from "vscode-languageclient/node";

let client: LanguageClient | undefined;

/** The editor's own Node runs the server, so that nothing else has to be installed. */
export async function activate({ asAbsolutePath }: Pick<ExtensionContext, "asAbsolutePath">): Promise<void> {
  client = new LanguageClient(
    "rollcall",
    "Rollcall",
    {
      command: execPath,
      args: [asAbsolutePath("server/main.js"), "lsp", "--stdio"],
      options: { env: { ...env, ELECTRON_RUN_AS_NODE: "1" } },
    },
    {
      documentSelector: [{ language: "rollcall" }, { scheme: "file", pattern: "**/*.rollcall.yaml" }],
    },
  );
  await client.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
