import type { ParameterFact } from '../facts/file-facts.ts';
import { ExpressionParser } from './expression-parser.ts';
import type { Lexer } from './lexer.ts';
import type { Header } from './name-pool.ts';
import type { PythonSource } from './python-source.ts';

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
  return lexer.name(from, lexer.lastEnd);
}

function readParameters(lexer: Lexer): ParameterFact[] {
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
      const name = lexer.text;
      lexer.next();
      const annotation = lexer.take(':') ? expressionText(lexer) : '';
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

/** A longer header hardly comes twice. */
const longestKept = 400;

/**
 * Reads what follows the name of a function, at which the lexer stands: parameters and return annotation.
 * @param end offset of the colon that ends the header, when that is known: equal headers are read once
 */
export function readHeader(lexer: Lexer, source: PythonSource, end: number): Header {
  const read = (): Header => {
    lexer.next();
    return readList(lexer);
  };
  if (end <= lexer.at || end - lexer.at > longestKept) return read();
  return source.names.keepHeader(source.bytes, lexer.at, end, read);
}

function readList(lexer: Lexer): Header {
  if (lexer.is('[')) skipBrackets(lexer);
  const params = lexer.take('(') ? readParameters(lexer) : [];
  lexer.take(')');
  const returns = lexer.take('->') ? expressionText(lexer) : '';
  return { params, returns };
}

/** Reads what follows the name of a class, at which the lexer stands: the text of its bases, keywords such as `metaclass=M` included. */
export function readBases(lexer: Lexer): string[] {
  lexer.next();
  if (lexer.is('[')) skipBrackets(lexer);
  const bases: string[] = [];
  if (!lexer.take('(')) return bases;
  while (lexer.kind !== 'end' && !lexer.is(')')) {
    const from = lexer.start;
    lexer.take('*');
    lexer.take('**');
    new ExpressionParser(lexer).parse();
    if (lexer.take('=')) new ExpressionParser(lexer).parse();
    bases.push(lexer.name(from, lexer.lastEnd));
    lexer.take(',');
    if (lexer.start === from) lexer.next();
  }
  return bases;
}
