import type { Bodies } from '../facts/bodies.ts';
import type { FileFacts } from '../facts/file-facts.ts';
import { createLineScanner } from './logical-lines.ts';
import { createNamePool } from './name-pool.ts';
import { readBodies } from './read-bodies.ts';
import { readOutline } from './outline.ts';
import { createScratch, PythonSource } from './python-source.ts';

/** Reads Python sources one after the other; names are shared between all of them. */
export interface PythonReader {
  /** Facts of one file. Never throws: broken source gives what can be read of it. */
  readFacts(path: string, content: Buffer): FileFacts;
  /** Statements of one file. */
  readBodies(content: Buffer): Bodies;
}

export function createPythonReader(): PythonReader {
  const scan = createLineScanner();
  const pool = createNamePool();
  const scratch = createScratch();
  return {
    readFacts(path, content) {
      const source = new PythonSource(content, scratch, pool);
      return readOutline(path, source, scan(source));
    },
    readBodies(content) {
      const source = new PythonSource(content, scratch, pool);
      return readBodies(source, scan(source));
    },
  };
}
