import type { ClassFact, FileFacts, FunctionFact, ImportFact } from '../facts/file-facts.ts';
import { byte, wordBytes } from './byte.ts';
import { dynamicImports } from './dynamic-imports.ts';
import { Lexer } from './lexer.ts';
import type { LogicalLines } from './logical-lines.ts';
import { createModuleNames } from './module-names.ts';
import type { NamePool } from './name-pool.ts';
import type { PythonSource } from './python-source.ts';
import { readFromImport, readImport, type ImportedName } from './read-import.ts';
import { readClassHeader, readSignature } from './read-signature.ts';

type Mutable<Fact> = { -readonly [Key in keyof Fact]: Fact[Key] };

/** A block whose end matters: a definition, a guarded import, a type-checking branch. */
interface Block {
  readonly kind: 'class' | 'def' | 'try' | 'typing';
  readonly indent: number;
  readonly qualname: string;
  readonly fact: Mutable<ClassFact> | Mutable<FunctionFact> | undefined;
  readonly imports: Mutable<ImportFact>[];
}

/** One empty list for all: most definitions have no decorator. */
const none: readonly string[] = [];

/** First bytes of the words that matter inside a function body: most lines are passed over by them. */
const telling = new Uint8Array(256);
for (const letter of Buffer.from('dcifate@gw')) telling[letter] = 1;
/** Names of what takes a module as a string. */
const stringReaders = ['patch', 'import_module', '__import__'];
const simpleWords = new Set(['import', 'from', 'global']);
const definitionWords = new Set(['def', 'class']);
const blockWords = new Set(
  'if elif else for while try except finally with class def async case'.split(' '),
);
const importFailure =
  /^except\s*(?::|.*\b(?:ImportError|ModuleNotFoundError|Exception|BaseException)\b)/;
const typeChecking = /^if\s+(?:typing\.)?TYPE_CHECKING\s*:/;

/** Reads the outline of one source from its logical lines: definitions, imports, and the names of the module. */
export function readOutline(
  path: string,
  source: PythonSource,
  lines: LogicalLines,
  pool: NamePool,
): FileFacts {
  const imports: Mutable<ImportFact>[] = [];
  const classes: Mutable<ClassFact>[] = [];
  const functions: Mutable<FunctionFact>[] = [];
  const names = createModuleNames(pool);
  const blocks: Block[] = [];
  let decorators = none;
  let closedTry: Block | undefined;
  let innermost: Block | undefined;
  let lastEndLine = 1;

  function findInnermost(): void {
    innermost = blocks.findLast((block) => block.kind === 'class' || block.kind === 'def');
  }

  function close(indent: number): void {
    for (
      let block = blocks.at(-1);
      block !== undefined && block.indent >= indent;
      block = blocks.at(-1)
    ) {
      if (block.fact !== undefined) block.fact.endLine = lastEndLine;
      if (block.kind === 'try') closedTry = block;
      blocks.pop();
      findInnermost();
    }
  }

  function open(kind: Block['kind'], indent: number, qualname = '', fact?: Block['fact']): void {
    blocks.push({ kind, indent, qualname, fact, imports: [] });
    findInnermost();
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
    const { name, params, returns } = readSignature(lexer, pool, colon);
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
    const { name, bases } = readClassHeader(lexer, pool);
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
  function simple(from: number, to: number, line: number, alone: boolean): void {
    const lexer = new Lexer(source, from, to, line);
    while (lexer.kind !== 'end') {
      const { text, start } = lexer;
      const end = alone ? to : statementEnd(source, start, to, lexer.line);
      const inner = innermost;
      const part = new Lexer(source, start, end, lexer.line);
      if (text === 'import' && part.isName()) {
        part.next();
        addImports(readImport(part, pool), lexer.line);
      } else if (text === 'from') {
        part.next();
        addImports(readFromImport(part, pool), lexer.line);
      } else if (text === 'global') names.addGlobals(part);
      else if (inner === undefined) names.addStatement(part, source.text.slice(start, end));
      else if (inner.kind === 'class') names.addField(part, inner.fact as Mutable<ClassFact>);
      lexer.at = end + 1;
      if (end >= to) return;
      lexer.next();
    }
  }

  function compound(word: string, index: number): void {
    const [start, end, line] = [
      lines.start[index] ?? 0,
      lines.end[index] ?? 0,
      lines.line[index] ?? 0,
    ];
    const indent = lines.indent[index] ?? 0;
    const colon = lines.colon[index] ?? -1;
    const lexer = new Lexer(source, start, end, line);
    lexer.next();
    if (word === 'def') addFunction(lexer, indent, line, false, colon);
    else if (word === 'class') addClass(lexer, indent, line);
    else if (word === 'async' && lexer.take('def')) addFunction(lexer, indent, line, true, colon);
    else {
      decorators = none;
      const text = source.text.slice(start, end);
      if (word === 'try') open('try', indent);
      else if (word === 'if' && typeChecking.test(text)) open('typing', indent);
      else if (word === 'except' && closedTry?.indent === indent && importFailure.test(text))
        for (const fact of closedTry.imports) fact.guarded = true;
      if (innermost === undefined) names.addHeader(lexer, word);
    }
    if (colon !== -1 && colon + 1 < end)
      simple(colon + 1, end, line, lines.semicolon[index] === -1);
  }

  for (let index = 0; index < lines.count; index += 1) {
    const start = lines.start[index] ?? 0;
    const indent = lines.indent[index] ?? 0;
    close(indent);
    const inFunction = innermost?.kind === 'def';
    const code = source.bytes[start] ?? 0;
    if (!inFunction || telling[code] === 1 || lines.semicolon[index] !== -1) {
      let wordEnd = start;
      while (wordBytes[source.bytes[wordEnd] ?? 0] === 1) wordEnd += 1;
      const word = source.text.slice(start, wordEnd);
      const end = lines.end[index] ?? 0;
      if (code === byte.at)
        decorators = [...decorators, pool.keep(source.slice(start + 1, end).trim())];
      else if ((lines.colon[index] === -1 ? definitionWords : blockWords).has(word))
        compound(word, index);
      else {
        decorators = none;
        const alone = lines.semicolon[index] === -1;
        const isText = word === '' && (code === byte.doubleQuote || code === byte.singleQuote);
        if ((inFunction ? simpleWords.has(word) : !isText) || !alone)
          simple(start, end, lines.line[index] ?? 0, alone);
      }
      if (word !== 'except' && closedTry !== undefined && indent <= closedTry.indent)
        closedTry = undefined;
    }
    lastEndLine = lines.endLine[index] ?? lastEndLine;
  }
  close(0);
  const moduleNames = names.result(functions, classes);
  const namesModules = stringReaders.some((name) => source.text.includes(name));
  if (namesModules)
    for (const fact of dynamicImports(source.text, functions))
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
    answersAnyName: moduleNames.answersAnyName || source.text.includes('globals()'),
    namesModulesInStrings: namesModules,
    deprecations: deprecationLines(source),
    problem: lines.problem,
  };
}

/** Offset of the semicolon that ends the statement, or `to`. */
function statementEnd(source: PythonSource, from: number, to: number, line: number): number {
  let depth = 0;
  for (const lexer = new Lexer(source, from, to, line); lexer.kind !== 'end'; lexer.next()) {
    if (lexer.kind !== 'operator') continue;
    if (lexer.is('(') || lexer.is('[') || lexer.is('{')) depth += 1;
    else if (lexer.is(')') || lexer.is(']') || lexer.is('}')) depth -= 1;
    else if (lexer.text === ';' && depth === 0) return lexer.start;
  }
  return to;
}

function deprecationLines(source: PythonSource): number[] {
  const found: number[] = [];
  for (
    let at = source.text.indexOf('DeprecationWarning');
    at !== -1;
    at = source.text.indexOf('DeprecationWarning', at + 1)
  )
    found.push(source.lineOf(at));
  return found;
}
