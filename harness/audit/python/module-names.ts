import type { AliasFact, ClassFact, FileFacts, FunctionFact } from '../facts/file-facts.ts';
import type { Expression } from '../facts/expression.ts';
import { ExpressionParser } from './expression-parser.ts';
import { Lexer } from './lexer.ts';
import type { NamePool } from './name-pool.ts';
import { readShape } from './plain-assignment.ts';
import type { PythonSource } from './python-source.ts';
import { readSimple, targetNames } from './read-simple.ts';

/** Statements after which a module may hold names nobody can read off. */
const runTimeNames = /\bglobals\(\)|\bsys\.modules\[|\bvars\(\)|\bexec\(|\blocals\(\)/;

type Result = Pick<FileFacts, 'aliases' | 'variables' | 'publicNames' | 'answersAnyName'>;

/** A class whose fields are being read. */
interface FieldOwner {
  fields: readonly string[];
  fieldTypes: Readonly<Record<string, string>>;
}

/** Collects the names a module binds outside its definitions. */
export interface ModuleNames {
  /** A simple statement at module level. */
  addStatement(source: PythonSource, from: number, to: number, line: number): void;
  /** A compound header at module level, after its first word: `for x in`, `with a as b`, `except E as e`. */
  addHeader(lexer: Lexer, word: string): void;
  /** `global a, b` in a function, after its first word. */
  addGlobals(lexer: Lexer): void;
  /** A simple statement of a class body. */
  addField(source: PythonSource, from: number, to: number, owner: FieldOwner): void;
  result(functions: readonly FunctionFact[], classes: readonly ClassFact[]): Result;
}

/** The strings of a plain list or tuple; undefined when it is computed. */
function listedStrings(value: Expression | undefined): string[] | undefined {
  if (value?.kind === 'constant' && value.string) return [value.text];
  if (value?.kind !== 'other') return undefined;
  const [first, added] = value.parts;
  // `__all__ += […]` is read as the old value and the new one.
  if (first?.kind === 'name' && first.name === '__all__') return listedStrings(added);
  const items = value.parts.map((part) =>
    part.kind === 'constant' && part.string ? part.text : undefined,
  );
  return items.every((item) => item !== undefined) ? items : undefined;
}

export function createModuleNames(pool: NamePool): ModuleNames {
  const variables = new Set<string>();
  const aliases: AliasFact[] = [];
  let publicNames: string[] | undefined;
  let publicComputed = false;
  let answersAnyName = false;

  function addPublic(value: Expression | undefined): void {
    const listed = listedStrings(value);
    if (listed === undefined) publicComputed = true;
    else publicNames = [...(publicNames ?? []), ...listed.map((name) => pool.keep(name))];
  }

  function addTargets(targets: readonly string[]): void {
    for (const target of targets) if (!target.includes('.')) variables.add(pool.keep(target));
  }

  function addAlias(name: string, target: string, line: number): void {
    if (!name.includes('.'))
      aliases.push({ line, name: pool.keep(name), target: pool.keep(target) });
  }

  return {
    addStatement(source, from, to, line) {
      answersAnyName ||= runTimeNames.test(source.text.slice(from, to));
      const shape = readShape(source, from, to);
      const isPublic = source.text.startsWith('__all__', from);
      if (shape === 'no assignment') {
        if (isPublic) publicComputed = true;
      } else if (shape === 'other' || isPublic) {
        const statement = readSimple(new Lexer(source, from, to, line));
        if (statement.kind === 'expression' && isPublic) publicComputed = true;
        if (statement.kind !== 'assign') return;
        addTargets(statement.targets);
        if (statement.targets.includes('__all__')) addPublic(statement.value);
        if (statement.value?.kind !== 'name') return;
        for (const name of statement.targets) addAlias(name, statement.value.name, line);
      } else {
        variables.add(shape.name);
        if (shape.value !== '') addAlias(shape.name, shape.value, line);
      }
    },
    addHeader(lexer, word) {
      if (word === 'for' || word === 'async') {
        lexer.take('for');
        while (lexer.kind !== 'end' && !lexer.is('in')) {
          if (lexer.isName()) variables.add(pool.keep(lexer.text));
          lexer.next();
        }
        return;
      }
      for (; lexer.kind !== 'end'; lexer.next()) {
        if (lexer.take('as')) addTargets(targetNames(new ExpressionParser(lexer).parse()));
        if (lexer.isName()) {
          const name = lexer.text;
          lexer.next();
          if (lexer.is(':=')) variables.add(pool.keep(name));
        }
      }
    },
    addGlobals(lexer) {
      for (; lexer.kind !== 'end'; lexer.next())
        if (lexer.isName()) variables.add(pool.keep(lexer.text));
    },
    addField(source, from, to, owner) {
      const shape = readShape(source, from, to);
      if (shape === 'no assignment') return;
      if (shape === 'other') {
        const statement = readSimple(new Lexer(source, from, to, 0));
        if (statement.kind !== 'assign') return;
        owner.fields = [...owner.fields, ...statement.targets.map((name) => pool.keep(name))];
        const [name] = statement.targets;
        if (statement.annotation !== undefined && name !== undefined)
          owner.fieldTypes = { ...owner.fieldTypes, [name]: pool.keep(statement.annotation) };
      } else {
        owner.fields = [...owner.fields, shape.name];
        if (shape.annotation !== '')
          owner.fieldTypes = { ...owner.fieldTypes, [shape.name]: shape.annotation };
      }
    },
    result: (functions, classes) => ({
      aliases,
      variables: [...variables],
      publicNames: publicComputed ? undefined : publicNames,
      answersAnyName:
        answersAnyName ||
        functions.some((fact) => fact.qualname === '__getattr__') ||
        classes.some((fact) => fact.decorators.some((each) => each.endsWith('global_enum'))),
    }),
  };
}
