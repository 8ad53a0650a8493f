import type { Argument, Expression } from '../facts/expression.ts';
import type { Lexer } from './lexer.ts';
import { stringValue } from './string-value.ts';

/** Words that end an expression where an operand could stand. */
const closingWords = new Set(['if', 'else', 'for', 'in', 'is', 'and', 'or', 'as', 'from', 'async']);
const comparisons = new Set(['==', '!=', '<', '<=', '>', '>=', 'in', 'is', 'not']);
const binary = new Set(['|', '^', '&', '<<', '>>', '+', '-', '*', '/', '//', '%', '@', '**']);
const constants = new Set(['None', 'True', 'False']);
/** Deeper nesting than any hand writes; generated literals nest by the thousand. */
const maxDepth = 200;

const empty: Expression = { kind: 'other', parts: [] };

/**
 * Parses Python expressions from tokens as far as the shared model looks into them. It never throws: where
 * the source is broken, what was understood so far is returned and the next token is left to the caller.
 */
export class ExpressionParser {
  readonly #lexer: Lexer;
  #depth = 0;

  constructor(lexer: Lexer) {
    this.#lexer = lexer;
  }

  /** A single expression or a tuple without brackets. */
  parseList(): Expression {
    const first = this.parse();
    if (!this.#lexer.is(',')) return first;
    const parts = [first];
    while (this.#lexer.take(',')) {
      if (this.#atEnd()) break;
      parts.push(this.parse());
    }
    return { kind: 'other', parts };
  }

  /** One expression, ternaries and lambdas included. */
  parse(): Expression {
    const lexer = this.#lexer;
    if (this.#depth > maxDepth) {
      lexer.next();
      return empty;
    }
    this.#depth += 1;
    const value = this.#parseTernary();
    this.#depth -= 1;
    return value;
  }

  #parseTernary(): Expression {
    const lexer = this.#lexer;
    if (lexer.kind === 'operator') {
      if (lexer.text === '*' || lexer.text === '**') {
        lexer.next();
        return { kind: 'other', parts: [this.parse()] };
      }
    } else if (lexer.kind === 'name') {
      if (lexer.text === 'lambda') return this.#lambda();
      if (lexer.text === 'yield') return this.#yield();
    }
    const value = this.#either();
    if (lexer.closes) return value;
    if (lexer.take(':=')) return { kind: 'other', parts: [value, this.parse()] };
    if (!lexer.take('if')) return value;
    const test = this.#either();
    const options = lexer.take('else') ? [value, this.parse()] : [value];
    return { kind: 'choice', test, options };
  }

  #yield(): Expression {
    this.#lexer.next();
    this.#lexer.take('from');
    return this.#atEnd() ? empty : this.parseList();
  }

  #lambda(): Expression {
    const lexer = this.#lexer;
    const { line } = lexer;
    lexer.next();
    const params: string[] = [];
    while (lexer.kind !== 'end' && !lexer.is(':')) {
      if (lexer.kind === 'name') params.push(lexer.text);
      lexer.next();
      if (lexer.take('=')) this.parse();
    }
    lexer.take(':');
    const value = this.parse();
    return { kind: 'function', params, async: false, body: [{ kind: 'return', line, value }] };
  }

  #either(): Expression {
    const lexer = this.#lexer;
    const first = this.#negation();
    if (lexer.closes || (!lexer.is('or') && !lexer.is('and'))) return first;
    const options = [first];
    while (lexer.take('or') || lexer.take('and')) options.push(this.#negation());
    return { kind: 'choice', test: undefined, options };
  }

  #negation(): Expression {
    const lexer = this.#lexer;
    if (lexer.kind === 'name' && lexer.take('not'))
      return { kind: 'other', parts: [this.#negation()] };
    return this.#comparison();
  }

  #comparison(): Expression {
    const lexer = this.#lexer;
    let left = this.#operation();
    while (!lexer.closes && lexer.kind !== 'string' && comparisons.has(lexer.text)) {
      let operator = lexer.text;
      lexer.next();
      if (operator === 'not' && lexer.take('in')) operator = 'not in';
      if (operator === 'is' && lexer.take('not')) operator = 'is not';
      left = { kind: 'compare', left, operator, right: this.#operation() };
    }
    return left;
  }

  #operation(): Expression {
    const lexer = this.#lexer;
    const first = this.#unary();
    if (lexer.closes || lexer.kind !== 'operator' || !binary.has(lexer.text)) return first;
    const parts = [first];
    while (lexer.kind === 'operator' && binary.has(lexer.text)) {
      lexer.next();
      parts.push(this.#unary());
    }
    return { kind: 'other', parts };
  }

  #unary(): Expression {
    const lexer = this.#lexer;
    if (lexer.kind === 'operator') {
      if (lexer.text === '-' || lexer.text === '+' || lexer.text === '~') {
        lexer.next();
        const value = this.#unary();
        return value.kind === 'constant' ? value : { kind: 'other', parts: [value] };
      }
    } else if (lexer.kind === 'name' && lexer.take('await'))
      return { kind: 'await', of: this.#unary() };
    return this.#trailers(this.#atom());
  }

  #trailers(atom: Expression): Expression {
    const lexer = this.#lexer;
    let value = atom;
    for (;;) {
      if (lexer.closes || lexer.kind !== 'operator') return value;
      if (lexer.text === '.') {
        lexer.next();
        const name = lexer.text;
        if (!lexer.isName()) return value;
        lexer.next();
        value =
          value.kind === 'name'
            ? { kind: 'name', name: `${value.name}.${name}`, line: value.line }
            : { kind: 'member', of: value, name };
      } else if (lexer.text === '(') {
        const { line } = lexer;
        lexer.next();
        value = { kind: 'call', callee: value, args: this.#arguments(), line };
      } else if (lexer.text === '[') {
        lexer.next();
        value = { kind: 'item', of: value, at: this.#items(']') };
      } else return value;
    }
  }

  #arguments(): Argument[] {
    const lexer = this.#lexer;
    const args: Argument[] = [];
    while (lexer.kind !== 'end' && !lexer.is(')')) {
      const before = lexer.start;
      args.push(this.#argument());
      lexer.take(',');
      if (lexer.start === before) lexer.next();
    }
    lexer.take(')');
    return args;
  }

  #argument(): Argument {
    const lexer = this.#lexer;
    if (lexer.is('*') || lexer.is('**')) {
      const keyword = lexer.text;
      lexer.next();
      return { keyword, value: this.parse() };
    }
    const value = this.parse();
    if (value.kind === 'name' && lexer.take('='))
      return { keyword: value.name, value: this.parse() };
    return { keyword: '', value: this.#comprehended(value) };
  }

  /** The clauses of a comprehension after its first expression. */
  #comprehended(value: Expression): Expression {
    const lexer = this.#lexer;
    const parts = [value];
    while (lexer.is('for') || lexer.is('async') || lexer.is('if')) {
      if (lexer.take('if')) parts.push(this.#either());
      else {
        lexer.take('async');
        lexer.take('for');
        this.#targets();
        if (lexer.take('in')) parts.push(this.#either());
      }
    }
    return parts.length === 1 ? value : { kind: 'other', parts };
  }

  #targets(): void {
    const lexer = this.#lexer;
    while (
      lexer.kind !== 'end' &&
      !lexer.is('in') &&
      !lexer.is(')') &&
      !lexer.is(']') &&
      !lexer.is('}')
    ) {
      if (lexer.take('(') || lexer.take('[')) {
        this.#targets();
        lexer.next();
      } else lexer.next();
    }
  }

  #items(closing: string): Expression[] {
    const lexer = this.#lexer;
    const items: Expression[] = [];
    while (lexer.kind !== 'end' && !lexer.is(closing)) {
      const before = lexer.start;
      if (!lexer.is(':') && !lexer.is(',')) items.push(this.#comprehended(this.parse()));
      // A colon separates the parts of a slice, a comma the items.
      if (!lexer.take(',')) lexer.take(':');
      if (lexer.start === before) lexer.next();
    }
    lexer.take(closing);
    return items;
  }

  #braces(): Expression {
    const lexer = this.#lexer;
    const entries: Argument[] = [];
    while (lexer.kind !== 'end' && !lexer.is('}')) {
      const before = lexer.start;
      if (lexer.take('**')) entries.push({ keyword: '**', value: this.parse() });
      else {
        const key = this.parse();
        const value = lexer.take(':') ? this.parse() : key;
        entries.push({
          keyword: key.kind === 'constant' && key.string ? key.text : '',
          value: this.#comprehended(value),
        });
      }
      lexer.take(',');
      if (lexer.start === before) lexer.next();
    }
    lexer.take('}');
    return { kind: 'object', entries };
  }

  #atom(): Expression {
    const lexer = this.#lexer;
    const { text, line } = lexer;
    switch (lexer.kind) {
      case 'name':
        if (closingWords.has(text)) return empty;
        lexer.next();
        if (constants.has(text)) return { kind: 'constant', text, string: false };
        return { kind: 'name', name: text, line };
      case 'number':
        lexer.next();
        return { kind: 'constant', text, string: false };
      case 'string':
        return this.#string();
      case 'operator':
        return this.#bracket();
      case 'end':
        return empty;
    }
  }

  #string(): Expression {
    const lexer = this.#lexer;
    const fields: Expression[] = [];
    let value = '';
    let plain = true;
    while (lexer.kind === 'string') {
      const part = stringValue(lexer.text);
      if (part === undefined) {
        plain = false;
        fields.push(...this.#fields());
      } else value += part;
      lexer.next();
    }
    return plain
      ? { kind: 'constant', text: value, string: true }
      : { kind: 'other', parts: fields };
  }

  /** The expressions in the braces of the formatted string at the current token, those of format specifications included. */
  #fields(): Expression[] {
    const { text, start, at: end } = this.#lexer;
    const found: Expression[] = [];
    for (let at = text.indexOf('{'); at !== -1; at = text.indexOf('{', at)) {
      if (text[at + 1] === '{') {
        at += 2;
        continue;
      }
      const inner = this.#lexer.part(start + at + 1, end - 1);
      found.push(new ExpressionParser(inner).parseList());
      at = Math.max(at + 1, inner.lastEnd - start);
    }
    return found;
  }

  #bracket(): Expression {
    const lexer = this.#lexer;
    if (lexer.take('(')) {
      const items = this.#items(')');
      const [only] = items;
      return items.length === 1 && only !== undefined ? only : { kind: 'other', parts: items };
    }
    if (lexer.take('[')) return { kind: 'other', parts: this.#items(']') };
    if (lexer.take('{')) return this.#braces();
    if (lexer.is('...')) lexer.next();
    return empty;
  }

  #atEnd(): boolean {
    const { kind, text } = this.#lexer;
    return kind === 'end' || (kind === 'operator' && /^[)\]}:=;]$/.test(text));
  }
}
