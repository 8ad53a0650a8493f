import type { Bodies } from '../facts/bodies.ts';
import type { FileFacts } from '../facts/file-facts.ts';
import { createPythonReader } from '../python/read-python.ts';
import { createTextKeeper } from '../typescript/keep-texts.ts';
import { machineMade } from '../typescript/machine-made.ts';
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

/** What is known of a file that is not parsed: it may offer any name. */
function unparsed(path: string, bytes: Buffer, reason: string): FileFacts {
  return {
    path,
    lang: 'ts',
    bytes: bytes.length,
    lines: 0,
    imports: [],
    exports: [],
    classes: [],
    functions: [],
    aliases: [],
    variables: [],
    publicNames: undefined,
    answersAnyName: true,
    namesModulesInStrings: false,
    deprecations: [],
    problem: undefined,
    machineMade: reason,
  };
}

export function createSourceReader(): SourceReader {
  const python = createPythonReader();
  const keepTexts = createTextKeeper();
  return {
    readFacts(path, bytes) {
      if (languageOf(path) === 'py') return python.readFacts(path, bytes);
      const reason = machineMade(path, bytes);
      return reason === undefined
        ? keepTexts(readTypeScript(path, textOf(bytes), { bodies: false }).facts)
        : unparsed(path, bytes, reason);
    },
    readBodies(path, bytes) {
      if (languageOf(path) === 'py') return python.readBodies(bytes);
      return machineMade(path, bytes) === undefined
        ? readTypeScript(path, textOf(bytes), { bodies: true }).bodies
        : { module: [], functions: new Map() };
    },
  };
}
