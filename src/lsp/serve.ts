// A conversation with an editor → its questions handed to those who answer, its edits to the desk. It knows the protocol and nothing of
// policies. A fault of ours is told in the editor's log and answered with nothing: it never ends the conversation.

import type {
  CancellationToken,
  Connection,
  InitializeParams,
  InitializeResult,
  TextDocumentIdentifier,
} from "vscode-languageserver/node";
import {
  CodeActionKind,
  CodeLensRefreshRequest,
  DidChangeWatchedFilesNotification,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
  TextDocumentSyncKind,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { codeActions, formatted, renamed, renameRange } from "./answer-edits.ts";
import type { Refusable } from "./answer-edits.ts";
import { definitions, documentSymbols, foldingRanges, references, selectionRange } from "./answer-places.ts";
import { completionItems, hintsIn, hoverAnswer, tokensOf } from "./answer-words.ts";
import type { Asked } from "./answer-words.ts";
import { openDesk } from "./desk.ts";
import { legend } from "./legend.ts";
import { commands, exampleSays, lensData, lensesOf, resolvedLens, sinceCommit } from "./lenses.ts";
import { isPolicy, pathOf, uriOf } from "./places.ts";
import type { PolicyFiles } from "./policy-files.ts";
import { makeWaves } from "./waves.ts";

/** Ends when the editor says so, or goes. */
export function serve(connection: Connection, files: PolicyFiles): Promise<void> {
  const desk = openDesk(files);
  const documents = new TextDocuments(TextDocument);
  const addresses = new Map<string, string>();
  const waves = makeWaves(desk, files, (path, diagnostics) => {
    void connection.sendDiagnostics({ uri: addresses.get(path) ?? uriOf(path), diagnostics: [...diagnostics] });
  });
  let folders: readonly string[] = [];
  let client: InitializeParams["capabilities"] = {};
  const since = new Map<string, { readonly text: string; readonly says: string }>();

  const place = (uri: string): string => {
    const path = pathOf(uri, documents.get(uri)?.languageId ?? "", folders[0] ?? process.cwd());
    addresses.set(path, uri);
    return path;
  };
  const asked = (uri: string): Asked | undefined => {
    const path = place(uri);
    const draft = isPolicy(path) ? desk.policy(path) : undefined;
    return draft === undefined ? undefined : { desk, files, folders, path, draft };
  };
  /** One answer, or the empty one where we are at fault. A refusal is an answer too. */
  const safely = <Answer>(what: string, empty: Answer, work: () => Answer): Answer => {
    try {
      return work();
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      connection.console.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return empty;
    }
  };
  const answer = <Params extends { readonly textDocument: TextDocumentIdentifier }, Answer>(
    what: string,
    empty: Answer,
    work: (asked: Asked, params: Params) => Answer,
  ) => {
    return (params: Params): Answer =>
      safely(what, empty, () => {
        const about = asked(params.textDocument.uri);
        return about === undefined ? empty : work(about, params);
      });
  };

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities;
    folders = (params.workspaceFolders ?? []).map(({ uri }) => pathOf(uri, "", ""));
    return { capabilities: capabilities(), serverInfo: { name: "rollcall" } };
  });
  connection.onInitialized(() => {
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true)
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: "**/*.rollcall" }, { globPattern: "**/*.yaml" }],
      });
    if (client.workspace?.workspaceFolders === true)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = removed.map(({ uri }) => pathOf(uri, "", ""));
        folders = [
          ...folders.filter((folder) => !gone.includes(folder)),
          ...added.map(({ uri }) => pathOf(uri, "", "")),
        ];
      });
  });
  connection.onDidChangeWatchedFiles(() => {
    desk.forgetDisk();
    waves.stirAll();
  });

  documents.onDidChangeContent(({ document }) =>
    safely("reading", undefined, () => {
      const path = place(document.uri);
      desk.put(path, document.getText());
      waves.stir(path);
    }),
  );
  documents.onDidClose(({ document }) => {
    const path = place(document.uri);
    desk.take(path);
    waves.still(path);
    waves.stirAll();
  });

  connection.onCompletion(answer("completion", null, (about, { position }) => [...completionItems(about, position)]));
  connection.onHover(answer("hover", null, (about, { position }) => hoverAnswer(about, position)));
  connection.onDefinition(answer("definition", null, (about, { position }) => [...definitions(about, position)]));
  connection.onReferences(
    answer("references", null, (about, { position, context }) => [
      ...references(about, position, context.includeDeclaration),
    ]),
  );
  connection.onDocumentSymbol(answer("outline", null, (about) => [...documentSymbols(about)]));
  connection.onFoldingRanges(answer("folding", null, (about) => [...foldingRanges(about)]));
  connection.onSelectionRanges(
    answer("selection", null, (about, { positions }) => positions.map((position) => selectionRange(about, position))),
  );
  connection.onDocumentFormatting(answer("layout", null, (about) => [...formatted(about)]));
  connection.onCodeAction(
    answer("fixes", null, (about, { range }) => [...codeActions(about, waves.foundIn(about.path), range)]),
  );
  connection.languages.semanticTokens.on(answer("colours", { data: [] }, (about) => tokensOf(about)));
  connection.languages.inlayHint.on(answer("hints", null, (about, { range }) => [...hintsIn(about, range)]));

  connection.onPrepareRename(
    answer("rename", null, (about, { position }) => unlessRefused(renameRange(about, position))),
  );
  connection.onRenameRequest(
    answer("rename", null, (about, { position, newName }) => unlessRefused(renamed(about, position, newName))),
  );

  connection.onCodeLens(answer("lenses", null, (about) => [...lensesOf(about)]));
  connection.onCodeLensResolve((lens) =>
    safely("lens", lens, () => {
      const about = asked(lensData(lens)?.uri ?? "");
      if (about === undefined) return lens;
      const known = since.get(about.path);
      return resolvedLens(lens, about, known?.text === about.draft.source.text ? known.says : undefined);
    }),
  );
  connection.onExecuteCommand(async ({ command, arguments: given = [] }, stop) => {
    const [uri, from]: readonly unknown[] = given;
    const about = typeof uri === "string" ? safely("command", undefined, () => asked(uri)) : undefined;
    if (about === undefined) return null;
    if (command === commands.runExample && typeof from === "number")
      return tell(safely("example", undefined, () => exampleSays(about, from)) ?? "There is no example here any more.");
    return command === commands.sinceCommit ? lookBack(about, stop) : null;
  });

  const tell = (text: string): string => {
    connection.window.showInformationMessage(text);
    return text;
  };
  const lookBack = async (about: Asked, stop: CancellationToken): Promise<string | null> => {
    const progress = await connection.window.createWorkDoneProgress();
    progress.begin("Pupils affected since the last commit", undefined, undefined, true);
    try {
      const either: CancellationToken = {
        get isCancellationRequested() {
          return stop.isCancellationRequested || progress.token.isCancellationRequested;
        },
        onCancellationRequested: stop.onCancellationRequested,
      };
      const found = await sinceCommit(about, either, (done) => progress.report(`${done} pupils`));
      if (found === undefined) return null;
      since.set(about.path, { text: about.draft.source.text, says: found.says });
      if (client.workspace?.codeLens?.refreshSupport === true) void connection.sendRequest(CodeLensRefreshRequest.type);
      return tell([found.says, ...(found.diff?.changes ?? []).map(changeWords)].join(". "));
    } catch (error) {
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return null;
    } finally {
      progress.done();
    }
  };

  documents.listen(connection);
  connection.listen();
  return new Promise((resolve) => {
    const end = (): void => {
      waves.stop();
      resolve();
    };
    connection.onShutdown(() => waves.stop());
    connection.onExit(end);
  });
}

function changeWords({
  title,
  newly,
  noLonger,
}: {
  readonly title: string;
  readonly newly: readonly string[];
  readonly noLonger: readonly string[];
}): string {
  const words = [
    ...(newly.length > 0 ? [`newly ${newly.length}`] : []),
    ...(noLonger.length > 0 ? [`no longer ${noLonger.length}`] : []),
  ];
  return `${title}: ${words.join(", ")}`;
}

/** The editor shows a refusal where it asked for the new name. */
function unlessRefused<Answer extends object>(answer: Refusable<Answer>): Answer {
  if ("refusal" in answer) throw new ResponseError(LSPErrorCodes.RequestFailed, answer.refusal);
  return answer;
}

function capabilities(): InitializeResult["capabilities"] {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: { triggerCharacters: [" ", "["], resolveProvider: false },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: { prepareProvider: true },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentFormattingProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
    codeLensProvider: { resolveProvider: true },
    executeCommandProvider: { commands: Object.values(commands) },
    inlayHintProvider: true,
    semanticTokensProvider: { legend, full: true },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
