import type { ClassFact, FileFacts, FunctionFact, ImportFact } from '../facts/file-facts.ts';
import { byte, skipBlank } from './byte.ts';
import { dynamicImports } from './dynamic-imports.ts';
import { findColon } from './find-colon.ts';
import { keywordAt } from './keyword-at.ts';
import { Lexer } from './lexer.ts';
import type { LogicalLines } from './logical-lines.ts';
import { createModuleNames } from './module-names.ts';
import type { PythonSource } from './python-source.ts';
import { readFromImport, readImport, type ImportedName } from './read-import.ts';
import { readBases, readHeader } from './read-signature.ts';

type Mutable<Fact> = { -readonly [Key in keyof Fact]: Fact[Key] };

/** A block whose end matters: a definition, a guarded import, a type-checking branch. */
interface Block {
  readonly kind: 'class' | 'def' | 'try' | 'typing';
  readonly indent: number;
  readonly qualname: string;
  readonly fact: Mutable<ClassFact> | Mutable<FunctionFact> | undefined;
  readonly imports: Mutable<ImportFact>[];
  /** The definition it stands in. */
  readonly around: Block | undefined;
}

/** One empty list for all: most definitions have no decorator. */
const none: readonly string[] = [];
/** Only a `try` asks which imports stand in it. */
const noImports: Mutable<ImportFact>[] = [];

/** First bytes of the words that matter inside a function body: most lines are passed over by them. */
const telling = new Uint8Array(256);
for (const letter of Buffer.from('dcifate@gw')) telling[letter] = 1;
const simpleWords = new Set(['import', 'from', 'global']);
const importFailure =
  /^except\s*(?::|.*\b(?:ImportError|ModuleNotFoundError|Exception|BaseException)\b)/;
/** With which `typing.TYPE_CHECKING` and `TYPE_CHECKING` begin, but for its case. */
const letterT = 116;
const typeChecking = /^if\s+(?:typing\.)?TYPE_CHECKING\s*:/;

/** Reads the outline of one source from its logical lines: definitions, imports, and the names of the module. */
export function readOutline(path: string, source: PythonSource, lines: LogicalLines): FileFacts {
  const { bytes, text, names: pool } = source;
  const imports: Mutable<ImportFact>[] = [];
  const classes: Mutable<ClassFact>[] = [];
  const functions: Mutable<FunctionFact>[] = [];
  const names = createModuleNames(pool);
  const blocks: Block[] = [];
  let decorators = none;
  let closedTry: Block | undefined;
  /** The definition around the current line, and the indentation of whatever block it stands in. */
  let innermost: Block | undefined;
  let innermostIndent = -1;
  let lastEndLine = 1;

  function close(indent: number): void {
    while (indent <= innermostIndent) {
      const block = blocks.pop();
      if (block === undefined) break;
      if (block.fact !== undefined) block.fact.endLine = lastEndLine;
      if (block.kind === 'try') closedTry = block;
      innermost = block.around;
      innermostIndent = blocks.at(-1)?.indent ?? -1;
    }
  }

  function open(kind: Block['kind'], indent: number, qualname = '', fact?: Block['fact']): void {
    const inside = kind === 'try' ? [] : noImports;
    const block = { kind, indent, qualname, fact, imports: inside, around: innermost };
    blocks.push(block);
    innermostIndent = indent;
    if (fact !== undefined) innermost = block;
  }

  function qualify(name: string): string {
    return innermost === undefined ? name : `${innermost.qualname}.${name}`;
  }

  function addFunction(
    lexer: Lexer,
    indent: number,
    line: number,
    isAsync: boolean,
    colon: number,
  ): void {
    const name = lexer.text;
    const { params, returns } = readHeader(lexer, source, colon);
    const outer = innermost;
    const fact: Mutable<FunctionFact> = {
      name,
      qualname: qualify(name),
      line,
      endLine: line,
      async: isAsync,
      owner: outer?.kind === 'class' ? outer.qualname : '',
      params,
      returns,
      decorators,
      signatureOnly: decorators.some((decorator) => decorator.endsWith('overload')),
      hidden: name.startsWith('_') && !name.endsWith('__'),
    };
    decorators = none;
    functions.push(fact);
    open('def', indent, fact.qualname, fact);
  }

  function addClass(lexer: Lexer, indent: number, line: number): void {
    const name = lexer.text;
    const bases = readBases(lexer);
    const fact: Mutable<ClassFact> = {
      name,
      qualname: qualify(name),
      line,
      endLine: line,
      form: 'class',
      bases,
      decorators,
      fields: [],
      fieldTypes: {},
      abstract: bases.some((base) => /(^|\.)ABC$|ABCMeta/.test(base)),
    };
    decorators = none;
    classes.push(fact);
    open('class', indent, fact.qualname, fact);
  }

  function addImports(found: readonly ImportedName[], line: number): void {
    const within = innermost?.qualname ?? '';
    const typeOnly = blocks.some((block) => block.kind === 'typing');
    const guard = blocks.findLast((block) => block.kind === 'try');
    for (const name of found) {
      const fact = { ...name, line, within, typeOnly, guarded: false };
      imports.push(fact);
      guard?.imports.push(fact);
    }
  }

  /** One simple statement: only imports and, outside functions, bound names matter. */
  function statement(from: number, to: number, line: number): void {
    const word = keywordAt(bytes, from);
    if (word !== '' && simpleWords.has(word)) {
      const lexer = new Lexer(source, from + word.length, to, line);
      if (word === 'import') addImports(readImport(lexer, pool), line);
      else if (word === 'from') addImports(readFromImport(lexer, pool), line);
      else names.addGlobals(lexer);
    } else if (innermost === undefined) names.addStatement(source, from, to, line);
    else if (innermost.kind === 'class')
      names.addField(source, from, to, innermost.fact as Mutable<ClassFact>);
  }

  /** Simple statements with semicolons between them. */
  function statements(from: number, to: number, line: number): void {
    let depth = 0;
    let start = -1;
    let startLine = line;
    for (const lexer = new Lexer(source, from, to, line); lexer.kind !== 'end'; lexer.next()) {
      if (start === -1) {
        start = lexer.start;
        startLine = lexer.line;
      }
      if (lexer.kind !== 'operator') continue;
      if (lexer.is('(') || lexer.is('[') || lexer.is('{')) depth += 1;
      else if (lexer.is(')') || lexer.is(']') || lexer.is('}')) depth -= 1;
      else if (lexer.text === ';' && depth === 0) {
        statement(start, lexer.start, startLine);
        start = -1;
      }
    }
    if (start !== -1) statement(start, to, startLine);
  }

  /** Looks at one byte first: a text cut out for every `if` would cost more than reading the line. */
  function asksForTypeChecking(start: number, end: number): boolean {
    const first = (bytes[skipBlank(bytes, start + 2, end)] ?? 0) | 32;
    return first === letterT && typeChecking.test(text.slice(start, end));
  }

  /** A statement that starts with a word of `keyword-at.ts` and has a block. */
  function compound(word: string, index: number, colon: number): void {
    const start = lines.start[index] ?? 0;
    const end = lines.end[index] ?? 0;
    const line = lines.line[index] ?? 0;
    const indent = lines.indent[index] ?? 0;
    if (word === 'def' || word === 'class' || word === 'async' || innermost === undefined) {
      const lexer = new Lexer(source, start + word.length, end, line);
      if (word === 'def') addFunction(lexer, indent, line, false, colon);
      else if (word === 'class') addClass(lexer, indent, line);
      else if (word === 'async' && lexer.take('def')) addFunction(lexer, indent, line, true, colon);
      else if (innermost === undefined) names.addHeader(lexer, word);
    }
    if (word === 'try') open('try', indent);
    else if (word === 'if' && asksForTypeChecking(start, end)) open('typing', indent);
    else if (
      word === 'except' &&
      closedTry?.indent === indent &&
      importFailure.test(text.slice(start, end))
    )
      for (const fact of closedTry.imports) fact.guarded = true;
    decorators = none;
    if (colon === -1 || colon + 1 >= end) return;
    if (lines.parted[index] === 1) statements(colon + 1, end, line);
    else {
      const body = skipBlank(bytes, colon + 1, end);
      if (body < end) statement(body, end, line);
    }
  }

  for (let index = 0; index < lines.count; index += 1) {
    const indent = lines.indent[index] ?? 0;
    if (indent <= innermostIndent) close(indent);
    const start = lines.start[index] ?? 0;
    const code = bytes[start] ?? 0;
    const inFunction = innermost?.kind === 'def';
    const alone = lines.parted[index] === 0;
    if (!inFunction || telling[code] === 1 || !alone) {
      const end = lines.end[index] ?? 0;
      const word = keywordAt(bytes, start);
      const isSimple = word !== '' && simpleWords.has(word);
      const colon = word === '' || isSimple ? -1 : findColon(bytes, start, end);
      if (code === byte.at)
        decorators = [...decorators, pool.keep(source.slice(start + 1, end).trim())];
      else if (colon !== -1 || word === 'def' || word === 'class') compound(word, index, colon);
      else {
        decorators = none;
        if (!alone) statements(start, end, lines.line[index] ?? 0);
        else if (inFunction ? isSimple : code !== byte.doubleQuote && code !== byte.singleQuote)
          statement(start, end, lines.line[index] ?? 0);
      }
      if (word !== 'except' && closedTry !== undefined && indent <= closedTry.indent)
        closedTry = undefined;
    }
    lastEndLine = lines.endLine[index] ?? lastEndLine;
  }
  close(0);
  const moduleNames = names.result(functions, classes);
  const loads = mentions(text, 'mport_', /import_module|__import__/);
  if (loads)
    for (const fact of dynamicImports(source, functions))
      imports.push({
        ...fact,
        module: pool.keep(fact.module),
        name: pool.keep(fact.name),
        local: pool.keep(fact.local),
      });
  return {
    path,
    lang: 'py',
    bytes: source.length,
    lines: lines.physical,
    imports,
    exports: [],
    classes,
    functions,
    ...moduleNames,
    answersAnyName: moduleNames.answersAnyName || mentions(text, 'bals()', /globals\(\)/),
    namesModulesInStrings: loads || text.includes('patch'),
    deprecations: deprecationLines(source),
    problem: lines.problem,
  };
}

/** A short text that starts with a rare letter is found several times faster than a long one: it is asked for first. */
function mentions(text: string, rare: string, wanted: RegExp): boolean {
  return text.includes(rare) && wanted.test(text);
}

function deprecationLines(source: PythonSource): number[] {
  const { text } = source;
  const found: number[] = [];
  for (let at = text.indexOf('Deprec'); at !== -1; at = text.indexOf('Deprec', at + 1))
    if (text.startsWith('DeprecationWarning', at)) found.push(source.lineOf(at));
  return found;
}
