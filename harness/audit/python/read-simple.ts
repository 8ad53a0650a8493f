import type { Expression, Statement } from '../facts/expression.ts';
import { ExpressionParser } from './expression-parser.ts';
import type { Lexer } from './lexer.ts';

/** Names a target binds or changes: `a`, `self.a`, each of a tuple. */
export function targetNames(target: Expression): string[] {
  if (target.kind === 'name') return [target.name];
  if (target.kind === 'item') return targetNames(target.of);
  return target.kind === 'other' ? target.parts.flatMap(targetNames) : [];
}

function isAugmented(lexer: Lexer): boolean {
  return (
    lexer.kind === 'operator' && lexer.text.length > 1 && /^(?![=!<>]=$|:=$).*=$/.test(lexer.text)
  );
}

function readAssignment(lexer: Lexer, parser: ExpressionParser, line: number): Statement {
  const first = parser.parseList();
  if (lexer.take(':')) {
    const from = lexer.start;
    parser.parse();
    const annotation = lexer.slice(from, lexer.lastEnd);
    const value = lexer.take('=') ? parser.parseList() : undefined;
    return { kind: 'assign', line, targets: targetNames(first), annotation, value };
  }
  if (isAugmented(lexer)) {
    lexer.next();
    const value: Expression = { kind: 'other', parts: [first, parser.parseList()] };
    return { kind: 'assign', line, targets: targetNames(first), annotation: undefined, value };
  }
  if (!lexer.is('=')) return { kind: 'expression', line, value: first };
  const targets = targetNames(first);
  let value = first;
  while (lexer.take('=')) {
    value = parser.parseList();
    if (lexer.is('=')) targets.push(...targetNames(value));
  }
  // Where a value is put is part of what happens: `counts[pick()] = 1`.
  if (first.kind === 'item') value = { kind: 'other', parts: [value, ...first.at] };
  return { kind: 'assign', line, targets, annotation: undefined, value };
}

/** Reads one simple statement from its first token on; never throws, what it does not know is `other`. */
export function readSimple(lexer: Lexer): Statement {
  const { line, text } = lexer;
  const parser = new ExpressionParser(lexer);
  const optional = (): Expression | undefined =>
    lexer.kind === 'end' ? undefined : parser.parseList();
  if (lexer.kind !== 'name') return readAssignment(lexer, parser, line);
  switch (text) {
    case 'return':
      lexer.next();
      return { kind: 'return', line, value: optional() };
    case 'raise':
      lexer.next();
      return { kind: 'raise', line, value: optional() };
    case 'yield':
      lexer.next();
      lexer.take('from');
      return { kind: 'yield', line, value: optional() };
    case 'assert':
      lexer.next();
      return { kind: 'assert', line, value: parser.parse() };
    case 'import':
    case 'from':
      return { kind: 'import', line };
    case 'pass':
    case 'break':
    case 'continue':
    case 'global':
    case 'nonlocal':
    case 'del':
      return { kind: 'other', line };
    default:
      return readAssignment(lexer, parser, line);
  }
}
