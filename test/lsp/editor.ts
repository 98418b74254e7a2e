// A real editor's half of the conversation, over the standard input and output of `rollcall lsp`: opens texts, types in them, asks,
// and keeps what it is told.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { pathToFileURL } from "node:url";
import type { Diagnostic, Position, Range, TextEdit, WorkspaceEdit } from "vscode-languageserver/node";
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { root } from "../source-files.ts";

export interface Editor {
  readonly open: (path: string, text: string) => void;
  readonly close: (path: string) => void;
  readonly textOf: (path: string) => string;
  /** Puts a text in place of the words, which must stand there. */
  readonly type: (path: string, words: string, text: string) => void;
  /** Takes an answer's edits over into the open texts. */
  readonly apply: (edit: WorkspaceEdit | null | undefined) => void;
  readonly edit: (path: string, edits: readonly TextEdit[]) => void;
  /** Just before the words, or so many characters into them. */
  readonly at: (path: string, words: string, into?: number) => Position;
  readonly ask: <Answer>(method: string, path: string, params?: object) => Promise<Answer>;
  readonly request: <Answer>(method: string, params: object) => Promise<Answer>;
  readonly cancel: (method: string, params: object) => Promise<unknown>;
  /** Waits until what is told of a text fits. */
  readonly told: (path: string, fits: (found: readonly Diagnostic[]) => boolean) => Promise<readonly Diagnostic[]>;
  readonly changedOnDisk: (path: string) => void;
  /** What the server complained of itself. */
  readonly complaints: readonly string[];
  readonly shown: readonly string[];
  /** Its exit code. */
  readonly leave: () => Promise<number | null>;
}

const uriOf = (path: string): string => pathToFileURL(path).href;

/** `command` is the file of the command line to be started, from the root of the repository. */
export async function openEditor(folder: string, command = "src/cli/main.ts"): Promise<Editor> {
  const server = spawn(process.execPath, [command, "lsp", "--stdio"], { cwd: root, stdio: "pipe" });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const texts = new Map<string, TextDocument>();
  const found = new Map<string, readonly Diagnostic[]>();
  const waiting = new Set<() => void>();
  const complaints: string[] = [];
  const shown: string[] = [];
  server.stderr.on("data", (data: Buffer) => complaints.push(data.toString()));
  connection.onNotification("window/logMessage", ({ message }: { message: string }) => void complaints.push(message));
  connection.onNotification("window/showMessage", ({ message }: { message: string }) => void shown.push(message));
  connection.onRequest("window/workDoneProgress/create", () => null);
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("workspace/codeLens/refresh", () => null);
  connection.onRequest("window/showMessageRequest", ({ message }: { message: string }) => {
    shown.push(message);
    return null;
  });
  connection.onNotification(
    "textDocument/publishDiagnostics",
    ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
      found.set(uri, diagnostics);
      for (const look of waiting) look();
    },
  );
  connection.listen();
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: [{ uri: uriOf(folder), name: "school" }],
    capabilities: {
      workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
      window: { workDoneProgress: true },
    },
  });
  await connection.sendNotification("initialized", {});

  const documentAt = (path: string): TextDocument => {
    const document = texts.get(uriOf(path));
    if (document === undefined) throw new Error(`${path} is not open`);
    return document;
  };
  const change = (path: string, edits: readonly { readonly range: Range; readonly newText: string }[]): void => {
    const before = documentAt(path);
    const uri = uriOf(path);
    // From the end, so that each place is still that of the text before.
    const inOrder = [...edits].toSorted((a, b) => before.offsetAt(b.range.start) - before.offsetAt(a.range.start));
    const contentChanges = inOrder.map(({ range, newText }) => ({ range, text: newText }));
    const after = TextDocument.update(before, contentChanges, before.version + 1);
    texts.set(uri, after);
    void connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: after.version },
      contentChanges,
    });
  };
  const edit: Editor["edit"] = (path, edits) => change(path, edits);
  return {
    open: (path, text) => {
      const uri = uriOf(path);
      const languageId = path.endsWith(".yaml") ? "yaml" : "rollcall";
      texts.set(uri, TextDocument.create(uri, languageId, 1, text));
      void connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
    },
    close: (path) => {
      texts.delete(uriOf(path));
      void connection.sendNotification("textDocument/didClose", { textDocument: { uri: uriOf(path) } });
    },
    textOf: (path) => documentAt(path).getText(),
    type: (path, words, text) => {
      const document = documentAt(path);
      const from = document.getText().indexOf(words);
      if (from < 0) throw new Error(`${path} does not say ${words}`);
      const range = { start: document.positionAt(from), end: document.positionAt(from + words.length) };
      change(path, [{ range, newText: text }]);
    },
    apply: (answer) => {
      for (const [uri, edits] of Object.entries(answer?.changes ?? {})) {
        const path = [...texts.keys()].includes(uri) ? uri : undefined;
        if (path !== undefined) change(new URL(path).pathname, edits);
      }
    },
    edit,
    at: (path, words, into = 0) => {
      const document = documentAt(path);
      const from = document.getText().indexOf(words);
      if (from < 0) throw new Error(`${path} does not say ${words}`);
      return document.positionAt(from + into);
    },
    ask: (method, path, params = {}) =>
      connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: uriOf(path) }, ...params }),
    request: (method, params) => connection.sendRequest(method, params),
    cancel: async (method, params) => {
      const { CancellationTokenSource } = await import("vscode-languageserver/node");
      const stop = new CancellationTokenSource();
      const answer = connection.sendRequest(method, params, stop.token);
      stop.cancel();
      return answer.then(
        (value) => value,
        (error: unknown) => error,
      );
    },
    told: (path, fits) =>
      new Promise((resolve) => {
        const look = (): void => {
          const now = found.get(uriOf(path));
          if (now === undefined || !fits(now)) return;
          waiting.delete(look);
          resolve(now);
        };
        waiting.add(look);
        look();
      }),
    changedOnDisk: (path) =>
      void connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: uriOf(path), type: 2 }] }),
    complaints,
    shown,
    leave: async () => {
      await connection.sendRequest("shutdown");
      const gone = once(server, "exit");
      await connection.sendNotification("exit");
      const [code] = (await gone) as [number | null];
      return code;
    },
  };
}
