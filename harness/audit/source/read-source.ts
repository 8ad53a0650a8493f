import type { Bodies } from '../facts/bodies.ts';
import type { FileFacts } from '../facts/file-facts.ts';
import { createPythonReader } from '../python/read-python.ts';
import { readTypeScript } from '../typescript/read-typescript.ts';
import { languageOf } from './walk-tree.ts';

/** Reads source files of either language into the one model. */
export interface SourceReader {
  readFacts(path: string, bytes: Buffer): FileFacts;
  readBodies(path: string, bytes: Buffer): Bodies;
}

function textOf(bytes: Buffer): string {
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
}

export function createSourceReader(): SourceReader {
  const python = createPythonReader();
  return {
    readFacts: (path, bytes) =>
      languageOf(path) === 'py'
        ? python.readFacts(path, bytes)
        : readTypeScript(path, textOf(bytes), { bodies: false }).facts,
    readBodies: (path, bytes) =>
      languageOf(path) === 'py'
        ? python.readBodies(bytes)
        : readTypeScript(path, textOf(bytes), { bodies: true }).bodies,
  };
}
