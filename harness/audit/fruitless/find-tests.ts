import { bodyKey, type Bodies } from '../facts/bodies.ts';
import type { Call, Expression, Statement } from '../facts/expression.ts';
import { expressionsOf, walkStatements } from '../facts/walk-statements.ts';
import type { AuditModel } from '../model/audit-model.ts';
import type { SourceFile } from '../model/source-tree.ts';

/** One test as its runner would start it. */
export interface TestFunction {
  readonly path: string;
  readonly line: number;
  readonly scope: string;
  /** Qualified name, or the titles joined by ` > `. */
  readonly name: string;
  /** Names of its parameters: fixtures, mocks, the runner's context. */
  readonly params: readonly string[];
  /** Class it is a method of; empty otherwise. */
  readonly owner: string;
  readonly decorators: readonly string[];
  readonly body: readonly Statement[];
  /** Bodies of the functions and methods defined by name inside it. */
  readonly inner: readonly (readonly Statement[])[];
}

const testFile = /(^|\/)(test_[^/]*|[^/]*_test)\.py$|\.(test|spec)\.[cm]?[jt]sx?$/;

/** @param within what stands before the names defined in the body: a test of Python has a name, a callback none */
function innerBodies(
  { functions }: Bodies,
  body: readonly Statement[],
  within: string,
): TestFunction['inner'] {
  const names = walkStatements(body).flatMap((statement) =>
    statement.kind === 'definition' ? [within + statement.name] : [],
  );
  if (names.length === 0) return [];
  return [...functions].flatMap(([key, inner]) =>
    names.some((name) => key.startsWith(`${name}@`) || key.startsWith(`${name}.`)) ? [inner] : [],
  );
}

/** pytest and unittest: functions called `test…`, methods of `Test…` or of a TestCase. */
function pythonTests(model: AuditModel, { facts, scope }: SourceFile): TestFunction[] {
  const bodies = model.bodiesOf(facts.path);
  const classes = new Map(facts.classes.map((each) => [each.qualname, each]));
  const made = new Set(
    facts.functions.flatMap(({ name, owner }) => (name === '__init__' ? [owner] : [])),
  );
  return facts.functions
    .filter((fact) => {
      if (!fact.name.startsWith('test') || fact.decorators.some(isFixture)) return false;
      if (fact.owner === '') return fact.qualname === fact.name;
      const owner = classes.get(fact.owner);
      if (owner === undefined || owner.fields.includes('__test__')) return false;
      // pytest makes its classes without arguments and passes over those that want to be made.
      return (
        owner.bases.some((base) => /TestCase/.test(base)) ||
        (owner.name.startsWith('Test') && !made.has(owner.qualname))
      );
    })
    .map((fact) => {
      const body = bodies.functions.get(bodyKey(fact)) ?? [];
      return {
        path: facts.path,
        line: fact.line,
        scope,
        name: fact.qualname,
        params: fact.params.map((param) => param.name).filter((name) => name !== 'self'),
        owner: fact.owner,
        decorators: fact.decorators,
        body,
        inner: innerBodies(bodies, body, `${fact.qualname}.`),
      };
    });
}

/** The plain name a call starts with: `test.each(rows)` is a `test`. */
export function rootName(expression: Expression): string {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind === 'call') return rootName(expression.callee);
  if (expression.kind === 'member' || expression.kind === 'await') return rootName(expression.of);
  return '';
}

function titleOf(call: Call): string {
  const [first] = call.args;
  return first?.value.kind === 'constant' ? first.value.text : '(computed title)';
}

/** vitest, jest, playwright, node:test: calls of `test` and `it`, inside any `describe`. */
function scriptTests(model: AuditModel, { facts, scope }: SourceFile): TestFunction[] {
  const found: TestFunction[] = [];
  const bodies = model.bodiesOf(facts.path);
  const visit = (statements: readonly Statement[], titles: readonly string[]): void => {
    for (const statement of walkStatements(statements))
      for (const expression of expressionsOf(statement)) {
        const call = expression.kind === 'await' ? expression.of : expression;
        if (call.kind !== 'call') continue;
        const [root = '', modifier = ''] = rootName(call).split('.');
        const run = call.args.findLast(({ value }) => value.kind === 'function')?.value;
        if (run?.kind !== 'function') continue;
        if (root === 'describe' || (root === 'test' && modifier === 'describe'))
          visit(run.body, [...titles, titleOf(call)]);
        else if (
          (root === 'test' || root === 'it') &&
          !/^(before|after|use|extend|step)/.test(modifier)
        )
          found.push({
            path: facts.path,
            line: call.line,
            scope,
            name: [...titles, titleOf(call)].join(' > '),
            params: run.params,
            owner: '',
            decorators: [],
            body: run.body,
            inner: innerBodies(bodies, run.body, ''),
          });
      }
  };
  visit(bodies.module, []);
  return found;
}

/** Fixtures prepare: `@pytest.fixture`, and whatever stands in a `conftest.py`, which is never collected. */
function isFixture(decorator: string): boolean {
  return /(^|[._])fixture\b/.test(decorator);
}

function isConftest(path: string): boolean {
  return /(^|\/)conftest\.py$/.test(path);
}

/** All tests of a tree, in the order of their files. One file after the other, so that no more than one need be in memory. */
export function* findTests(model: AuditModel): Generator<TestFunction> {
  for (const file of model.tree.files.values()) {
    const { path, lang } = file.facts;
    const isTest =
      testFile.test(path) || (lang === 'py' && file.scope === 'tests' && !isConftest(path));
    if (isTest) yield* lang === 'py' ? pythonTests(model, file) : scriptTests(model, file);
  }
}
