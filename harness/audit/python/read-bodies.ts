import type { Expression, Handler, Statement } from '../facts/expression.ts';
import { bodyKey, type Bodies } from '../facts/bodies.ts';
import { ExpressionParser } from './expression-parser.ts';
import { findColon } from './find-colon.ts';
import { Lexer } from './lexer.ts';
import type { LogicalLines } from './logical-lines.ts';
import type { PythonSource } from './python-source.ts';
import { readSimple, targetNames } from './read-simple.ts';

/** Words that start a statement with a block, by what they become. */
const compound = new Set(
  'if elif else for while try except finally with def class async match case'.split(' '),
);

/** A statement and the word it continues with, so that `else` finds its `if`. */
type Draft<Kind extends Statement['kind']> = {
  -readonly [Key in keyof Extract<Statement, { kind: Kind }>]: Extract<
    Statement,
    { kind: Kind }
  >[Key];
};

/**
 * Reads the statements of every function and of the module from the logical lines of one source.
 * Statements of class bodies count to the module: they run when it is imported.
 */
export function readBodies(source: PythonSource, lines: LogicalLines): Bodies {
  const functions = new Map<string, readonly Statement[]>();
  const module: Statement[] = [];
  let index = 0;
  /** Where the header of the current line ends. */
  let colon = -1;

  function lexerAt(offset: number, line: number): Lexer {
    return new Lexer(source, offset, lines.end[index] ?? 0, line);
  }

  /** The block below the current header, or what follows its colon; leaves `index` after it. */
  function suite(lexer: Lexer, indent: number, outer: string): Statement[] {
    const body: Statement[] = [];
    lexer.skipTo(colon + 1);
    if (!lexer.isDone()) {
      simples(lexer, body);
      index += 1;
      return body;
    }
    index += 1;
    block(indent, outer, body);
    return body;
  }

  function withItems(lexer: Lexer) {
    const items: { value: Expression; name: string | undefined }[] = [];
    const parser = new ExpressionParser(lexer);
    const item = () => {
      const value = parser.parse();
      const name = lexer.take('as') ? targetNames(parser.parse())[0] : undefined;
      items.push({ value, name });
    };
    // Items may stand in brackets: then the bracket is no tuple.
    const bracketed =
      lexer.is('(') &&
      /^\([^]*\bas\b[^]*\)\s*:/.test(lexer.slice(lexer.start, lines.end[index] ?? 0));
    if (bracketed) lexer.take('(');
    do {
      if (lexer.is(':') || lexer.is(')')) break;
      item();
    } while (lexer.take(','));
    return items;
  }

  function handlerOf(lexer: Lexer, indent: number, outer: string): Handler {
    lexer.take('*');
    const types = lexer.is(':') ? [] : targetNames(new ExpressionParser(lexer).parse());
    const name = lexer.take('as') ? lexer.text : undefined;
    return { types, name, body: suite(lexer, indent, outer) };
  }

  function define(lexer: Lexer, indent: number, outer: string, line: number) {
    const name = lexer.text;
    const qualname = outer === '' ? name : `${outer}.${name}`;
    functions.set(bodyKey({ qualname, line }), suite(lexer, indent, qualname));
    return name;
  }

  function compoundStatement(
    word: string,
    lexer: Lexer,
    into: Statement[],
    outer: string,
    line: number,
  ) {
    const indent = lines.indent[index] ?? 0;
    const isAsync = word === 'async';
    const keyword = isAsync ? lexer.text : word;
    if (isAsync) lexer.next();
    const last = into.at(-1);
    switch (keyword) {
      case 'def':
        into.push({ kind: 'definition', line, name: define(lexer, indent, outer, line) });
        return;
      case 'class': {
        const name = lexer.text;
        into.push({ kind: 'definition', line, name });
        const body = suite(lexer, indent, outer === '' ? name : `${outer}.${name}`);
        module.push(...body.filter((each) => each.kind !== 'definition'));
        return;
      }
      case 'if':
      case 'case': {
        const test = header(word, lexer);
        into.push({ kind: 'if', line, test, body: suite(lexer, indent, outer), otherwise: [] });
        return;
      }
      case 'elif': {
        const test = header(word, lexer);
        const branch: Statement = {
          kind: 'if',
          line,
          test,
          body: suite(lexer, indent, outer),
          otherwise: [],
        };
        otherwise(last, [branch], into);
        return;
      }
      case 'else':
      case 'finally': {
        const body = suite(lexer, indent, outer);
        if (last?.kind === 'try' && keyword === 'finally') (last as Draft<'try'>).last = body;
        else if (last?.kind === 'try') (last as Draft<'try'>).body = [...last.body, ...body];
        else if (last?.kind === 'loop') (last as Draft<'loop'>).body = [...last.body, ...body];
        else otherwise(last, body, into);
        return;
      }
      case 'for': {
        const targets = forTargets(lexer);
        const over = new ExpressionParser(lexer).parseList();
        into.push({ kind: 'loop', line, over, targets, body: suite(lexer, indent, outer) });
        return;
      }
      case 'while': {
        const over = header(word, lexer);
        into.push({ kind: 'loop', line, over, targets: [], body: suite(lexer, indent, outer) });
        return;
      }
      case 'with': {
        const items = withItems(lexer);
        into.push({ kind: 'with', line, items, body: suite(lexer, indent, outer) });
        return;
      }
      case 'try':
        into.push({ kind: 'try', line, body: suite(lexer, indent, outer), handlers: [], last: [] });
        return;
      case 'except': {
        const handler = handlerOf(lexer, indent, outer);
        if (last?.kind === 'try') (last as Draft<'try'>).handlers = [...last.handlers, handler];
        return;
      }
      default:
        into.push(...suite(lexer, indent, outer));
    }
  }

  function block(above: number, outer: string, into: Statement[]): void {
    while (index < lines.count && (lines.indent[index] ?? 0) > above) statement(outer, into);
  }

  function hasColon(): boolean {
    colon = findColon(source.bytes, lines.start[index] ?? 0, lines.end[index] ?? 0);
    return colon !== -1;
  }

  function statement(outer: string, into: Statement[]): void {
    const line = lines.line[index] ?? 0;
    const lexer = lexerAt(lines.start[index] ?? 0, line);
    const word = lexer.isName() ? lexer.text : '';
    if (compound.has(word) && hasColon() && isHeader(word, lexer)) {
      compoundStatement(word, lexer, into, outer, line);
      return;
    }
    if (!lexer.is('@')) simples(lexer, into);
    index += 1;
  }

  block(-1, '', module);
  return { module, functions };
}

/** Goes past the keyword; false when a soft keyword is used as a name (`match = 1`, `case: int`). */
function isHeader(word: string, lexer: Lexer): boolean {
  lexer.next();
  if (word !== 'match' && word !== 'case') return true;
  return !(lexer.kind === 'operator' && /^[=:.,)]|=$/.test(lexer.text));
}

function forTargets(lexer: Lexer): string[] {
  const targets: string[] = [];
  while (lexer.kind !== 'end' && !lexer.is('in')) {
    if (lexer.isName()) targets.push(lexer.text);
    lexer.next();
  }
  lexer.take('in');
  return targets;
}

/** Gives a branch to the last `else` of an `if … elif …` chain. */
function otherwise(
  last: Statement | undefined,
  branch: readonly Statement[],
  into: Statement[],
): void {
  if (last?.kind !== 'if') {
    into.push(...branch);
    return;
  }
  let owner = last as Draft<'if'>;
  for (
    let next = owner.otherwise[0];
    next?.kind === 'if' && owner.otherwise.length === 1;
    next = owner.otherwise[0]
  )
    owner = next;
  owner.otherwise = branch;
}

/** Simple statements up to the end of the line, separated by semicolons. */
function simples(lexer: Lexer, into: Statement[]): void {
  while (!lexer.isDone()) {
    const before = lexer.start;
    into.push(readSimple(lexer));
    // What a broken or unknown statement left over is skipped up to the next semicolon.
    while (!lexer.isDone() && !lexer.is(';')) lexer.next();
    lexer.take(';');
    if (lexer.start === before) lexer.next();
  }
}

/** What a header asks; a pattern is no question. */
function header(word: string, lexer: Lexer): Expression {
  const value = new ExpressionParser(lexer).parseList();
  return word === 'case' ? { kind: 'other', parts: [] } : value;
}
