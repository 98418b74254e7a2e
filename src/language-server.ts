// The door to the language server: whoever starts one brings a connection to an editor, and answers about files.

import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { serve } from "./lsp/serve.ts";
import type { PolicyFiles } from "./lsp/policy-files.ts";

export type { PolicyFiles } from "./lsp/policy-files.ts";

/** Speaks over two streams until the editor goes. */
export function serveOver(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  files: PolicyFiles,
): Promise<void> {
  return serve(createConnection(ProposedFeatures.all, input, output), files);
}
