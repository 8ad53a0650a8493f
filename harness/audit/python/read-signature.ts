import type { ParameterFact } from '../facts/file-facts.ts';
import { ExpressionParser } from './expression-parser.ts';
import type { Lexer } from './lexer.ts';
import type { NamePool } from './name-pool.ts';

export interface Signature {
  readonly name: string;
  readonly params: ParameterFact[];
  readonly returns: string;
}

/** Skips a bracketed part, such as the type parameters of PEP 695. */
function skipBrackets(lexer: Lexer): void {
  let depth = 0;
  do {
    if (lexer.is('[')) depth += 1;
    if (lexer.is(']')) depth -= 1;
    lexer.next();
  } while (depth > 0 && lexer.kind !== 'end');
}

/** The text of the expression at the current token. */
function expressionText(lexer: Lexer): string {
  const from = lexer.start;
  new ExpressionParser(lexer).parse();
  return lexer.slice(from, lexer.lastEnd);
}

function readParameters(lexer: Lexer, pool: NamePool): ParameterFact[] {
  const params: ParameterFact[] = [];
  let afterStar = false;
  while (lexer.kind !== 'end' && !lexer.is(')')) {
    const before = lexer.start;
    const stars = lexer.is('*') || lexer.is('**') ? lexer.text : '';
    if (stars !== '') {
      afterStar = true;
      lexer.next();
    }
    if (lexer.isName()) {
      const name = pool.keep(lexer.text);
      lexer.next();
      const annotation = lexer.take(':') ? pool.keep(expressionText(lexer)) : '';
      const optional = lexer.take('=');
      if (optional) new ExpressionParser(lexer).parse();
      const plain = afterStar ? 'keyword-only' : 'plain';
      const kind = stars === '*' ? 'rest' : stars === '**' ? 'keywords' : plain;
      params.push({ name, annotation, optional: optional || stars !== '', kind });
    } else lexer.take('/');
    lexer.take(',');
    if (lexer.start === before) lexer.next();
  }
  return params;
}

/**
 * Reads what follows the word `def`: name, parameters, return annotation.
 * @param end offset of the colon that ends the header, when that is known: equal headers are read once
 */
export function readSignature(lexer: Lexer, pool: NamePool, end = -1): Signature {
  const name = pool.keep(lexer.text);
  lexer.next();
  const text = end === -1 ? undefined : lexer.rawUntil(end);
  const known = text === undefined ? undefined : pool.signatures.get(text);
  if (known !== undefined) return { name, ...known };
  const read = readList(lexer, pool);
  if (text !== undefined && text.length < longestKept)
    pool.signatures.set(Buffer.from(text, 'latin1').toString('latin1'), read);
  return { name, ...read };
}

/** A longer header hardly comes twice. */
const longestKept = 400;

function readList(lexer: Lexer, pool: NamePool): Omit<Signature, 'name'> {
  if (lexer.is('[')) skipBrackets(lexer);
  const params = lexer.take('(') ? readParameters(lexer, pool) : [];
  lexer.take(')');
  const returns = lexer.take('->') ? pool.keep(expressionText(lexer)) : '';
  return { params, returns };
}

/** Reads what follows the word `class`: its name and the text of its bases, keywords such as `metaclass=M` included. */
export function readClassHeader(
  lexer: Lexer,
  pool: NamePool,
): { readonly name: string; readonly bases: string[] } {
  const name = pool.keep(lexer.text);
  lexer.next();
  if (lexer.is('[')) skipBrackets(lexer);
  const bases: string[] = [];
  if (!lexer.take('(')) return { name, bases };
  while (lexer.kind !== 'end' && !lexer.is(')')) {
    const from = lexer.start;
    lexer.take('*');
    lexer.take('**');
    new ExpressionParser(lexer).parse();
    if (lexer.take('=')) new ExpressionParser(lexer).parse();
    bases.push(pool.keep(lexer.slice(from, lexer.lastEnd)));
    lexer.take(',');
    if (lexer.start === from) lexer.next();
  }
  return { name, bases };
}
