// `rollcall lsp`: the streams of this process, which an editor holds → the language server. Unlike other commands it is a conversation,
// so it takes the streams themselves.

import { serveOver } from "../../language-server.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { filesForEditors } from "../files-for-editors.ts";
import type { Terminal } from "../terminal.ts";

export async function lspAction(_given: Arguments, terminal: Terminal): Promise<ExitCode> {
  await serveOver(process.stdin, process.stdout, filesForEditors(terminal));
  return 0;
}
