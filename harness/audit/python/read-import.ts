import type { Lexer } from './lexer.ts';
import type { NamePool } from './name-pool.ts';

export interface ImportedName {
  readonly module: string;
  readonly name: string;
  readonly local: string;
}

function dottedName(lexer: Lexer, pool: NamePool): string {
  const from = lexer.start;
  let name = '';
  while (lexer.is('.') || lexer.is('...') || (lexer.isName() && !lexer.is('import'))) {
    if (lexer.isName() && name !== '' && !name.endsWith('.')) break;
    name += lexer.text;
    lexer.next();
  }
  // As it is written, unless there was white space between its parts.
  return lexer.lastEnd - from === name.length ? lexer.name(from, lexer.lastEnd) : pool.keep(name);
}

function readAlias(lexer: Lexer, fallback: string): string {
  if (!lexer.take('as')) return fallback;
  const alias = lexer.text;
  lexer.next();
  return alias;
}

/** Reads `import a.b as c, d` after its first word. */
export function readImport(lexer: Lexer, pool: NamePool): ImportedName[] {
  const names: ImportedName[] = [];
  do {
    const module = dottedName(lexer, pool);
    const dot = module.indexOf('.');
    const local = readAlias(lexer, dot === -1 ? module : pool.keep(module.slice(0, dot)));
    if (module !== '') names.push({ module, name: '', local });
  } while (lexer.take(','));
  return names;
}

/** Reads `from .a import (b as c, *)` after its first word. */
export function readFromImport(lexer: Lexer, pool: NamePool): ImportedName[] {
  const module = dottedName(lexer, pool);
  lexer.take('import');
  lexer.take('(');
  const names: ImportedName[] = [];
  while (lexer.isName() || lexer.is('*')) {
    const name = lexer.text;
    lexer.next();
    names.push({ module, name, local: name === '*' ? '' : readAlias(lexer, name) });
    if (!lexer.take(',')) break;
  }
  return names;
}
