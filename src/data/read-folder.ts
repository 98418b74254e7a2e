// The only way this room reaches a file: a folder it may list and open, handed in by whoever owns the disk, the page or the test.
// Knows no paths and no file system; a name is a file's name within the folder.

export interface ReadFolder {
  /** The folder's own name, for messages. */
  readonly name: string;
  /** File names within the folder, in any order. */
  readonly list: () => Promise<readonly string[]>;
  /**
   * A file's bytes in order, from the start at each call; called only with a listed name, and sometimes twice. A piece is
   * looked at until the next is asked for and not after, so that one buffer may serve for all.
   */
  readonly open: (file: string) => AsyncIterable<Uint8Array>;
}

/** A folder that exists in memory alone: for pages, where files are dropped in, and for tests. */
export function memoryFolder(name: string, files: Iterable<readonly [string, string | Uint8Array]>): ReadFolder {
  const contents = new Map(files);
  return {
    name,
    list: () => Promise.resolve([...contents.keys()]),
    open: (file) => piecesOf(contents.get(file) ?? ""),
  };
}

const PIECE = 1 << 16;

async function* piecesOf(content: string | Uint8Array): AsyncIterable<Uint8Array> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  for (let from = 0; from < bytes.length; from += PIECE) yield bytes.subarray(from, from + PIECE);
}
