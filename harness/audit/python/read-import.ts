import type { Lexer } from './lexer.ts';
import type { NamePool } from './name-pool.ts';

export interface ImportedName {
  readonly module: string;
  readonly name: string;
  readonly local: string;
}

function dottedName(lexer: Lexer): string {
  let name = '';
  while (lexer.is('.') || lexer.is('...') || (lexer.isName() && !lexer.is('import'))) {
    if (lexer.isName() && name !== '' && !name.endsWith('.')) break;
    name += lexer.text;
    lexer.next();
  }
  return name;
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
    const module = dottedName(lexer);
    const [first = ''] = module.split('.');
    const local = readAlias(lexer, first);
    if (module !== '') names.push({ module: pool.keep(module), name: '', local: pool.keep(local) });
  } while (lexer.take(','));
  return names;
}

/** Reads `from .a import (b as c, *)` after its first word. */
export function readFromImport(lexer: Lexer, pool: NamePool): ImportedName[] {
  const module = pool.keep(dottedName(lexer));
  lexer.take('import');
  lexer.take('(');
  const names: ImportedName[] = [];
  while (lexer.isName() || lexer.is('*')) {
    const name = pool.keep(lexer.text);
    lexer.next();
    names.push({ module, name, local: name === '*' ? '' : pool.keep(readAlias(lexer, name)) });
    if (!lexer.take(',')) break;
  }
  return names;
}
