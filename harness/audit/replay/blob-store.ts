import { runGit } from './run-git.ts';

/** Contents of blobs by their id, read once. */
export interface BlobStore {
  /** Reads those not yet known, in one go. */
  load(ids: Iterable<string>): void;
  /** Throws for a blob the repository does not have. */
  read(id: string): Buffer;
  /** Blobs that were asked for and are not there, as in a partial clone. */
  readonly missing: ReadonlySet<string>;
}

/** Opens the objects of a repository; no work tree is touched. */
export function openBlobStore(root: string): BlobStore {
  const contents = new Map<string, Buffer>();
  const missing = new Set<string>();

  /** Takes apart `id type size LF content LF …`; a missing one is `id missing LF`. */
  function unpack(answer: Buffer): void {
    for (let at = 0; at < answer.length;) {
      const newline = answer.indexOf(10, at);
      if (newline === -1) return;
      const [id = '', type, size] = answer.toString('latin1', at, newline).split(' ');
      at = newline + 1;
      if (type === 'missing' || size === undefined) {
        missing.add(id);
        continue;
      }
      // A copy of its own: a slice would keep the whole answer alive.
      contents.set(id, Buffer.from(answer.subarray(at, at + Number(size))));
      at += Number(size) + 1;
    }
  }

  return {
    missing,
    load(ids) {
      const unknown = [...new Set(ids)].filter((id) => !contents.has(id) && !missing.has(id));
      if (unknown.length > 0)
        unpack(runGit(root, ['cat-file', '--batch'], `${unknown.join('\n')}\n`));
    },
    read(id) {
      const content = contents.get(id);
      if (content === undefined) throw new Error(`missing object ${id}`);
      return content;
    },
  };
}
