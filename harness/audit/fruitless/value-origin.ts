import type { Expression, Statement } from '../facts/expression.ts';
import {
  blocksOf,
  expressionsOf,
  partsOf,
  walkCalls,
  walkExpression,
  walkStatements,
} from '../facts/walk-statements.ts';
import { rootName, type TestFunction } from './find-tests.ts';

/** Where a value comes from: written in the test, made by a mock, read off a clock, or from real code. */
export type Origin = 'constant' | 'clock' | 'mock' | 'real';

const rank: Readonly<Record<Origin, number>> = { constant: 0, clock: 1, mock: 2, real: 3 };

const mockMakers =
  /^(unittest\.)?(mock\.)?(Mock|MagicMock|AsyncMock|PropertyMock|create_autospec|sentinel)\b|^(vi|jest|sinon)\.(fn|mocked|stub|fake|mock)\b|^mocker\.(Mock|MagicMock|AsyncMock|stub)\b/;
const clocks =
  /^(time\.(time|monotonic|perf_counter|process_time)(_ns)?|perf_counter|monotonic|performance\.now|Date\.now|Date|datetime\.(datetime\.)?(now|utcnow)|process\.hrtime(\.bigint)?)$/;
const sleeps = /(^|\.)(sleep|setTimeout|pause|delay|wait|waitForTimeout)$/;
/** Functions of the language whose result says nothing but what was put in. */
const pure =
  /^(len|str|int|float|bool|list|dict|set|tuple|sorted|sum|min|max|abs|round|isinstance|type|all|any|range|enumerate|zip|repr|hasattr|getattr|callable|id|Object\.\w+|JSON\.\w+|Math\.\w+|Array(\.\w+)?|String|Number|Boolean|Promise\.\w+|Set|Map|structuredClone|Error|TypeError|ValueError|RuntimeError|Exception|AssertionError)$/;

/** Does this name make a mock? */
export function isMockMaker(name: string): boolean {
  return mockMakers.test(name);
}

export function isSleep(name: string): boolean {
  return sleeps.test(name);
}

function worst(origins: readonly Origin[]): Origin {
  return origins.reduce<Origin>(
    (most, each) => (rank[each] > rank[most] ? each : most),
    'constant',
  );
}

/** Origins of the values of one test. */
export interface Origins {
  of(expression: Expression): Origin;
}

/** The first part of a dotted name: what decides where the rest comes from. */
function holderOf(name: string): string {
  const dot = name.indexOf('.');
  return dot === -1 ? name : name.slice(0, dot);
}

/** Follows values through the assignments of a test, without regard to order: the most real origin wins. */
export function traceOrigins(test: TestFunction): Origins {
  const locals = new Map<string, Origin>();
  for (const param of test.params)
    locals.set(param, /^mock|_mock$|Mock$/.test(param) ? 'mock' : 'real');
  // A patched dependency is called by the real code: what it recorded is evidence.
  if (test.decorators.some((decorator) => /patch/.test(decorator)))
    for (const param of test.params) locals.set(param, 'real');

  /** Who calls a function expression with what: `[1, 2].map((n) => …)`. Whoever else gets one is real code. */
  const callers = new Map<Expression, () => Origin>();
  function noteCaller({ callee, args }: Expression & { kind: 'call' }): void {
    const holder = callee.kind === 'name' ? holderOf(callee.name) : '';
    for (const { value } of args) {
      if (value.kind !== 'function') continue;
      if (callee.kind === 'member') callers.set(value, () => of(callee.of));
      else if (callee.kind === 'name' && pure.test(callee.name))
        callers.set(value, () => 'constant');
      else if (locals.has(holder)) callers.set(value, () => locals.get(holder) ?? 'real');
    }
  }

  function ofCall(expression: Expression & { kind: 'call' }): Origin {
    noteCaller(expression);
    const name = expression.callee.kind === 'name' ? expression.callee.name : rootName(expression);
    const holder = holderOf(name);
    const known = locals.get(holder);
    if (known === undefined && mockMakers.test(name)) return 'mock';
    // `done.wait()` on something real tells what that did, not how long it took.
    const answers = known === 'real' && name.endsWith('.wait');
    if (expression.callee.kind === 'name' && !answers && (clocks.test(name) || isSleep(name)))
      return 'clock';
    const args = worst(expression.args.map(({ value }) => of(value)));
    // What a call gives back is called again: `getattr(client, method)('/')`.
    if (expression.callee.kind === 'call') return worst([of(expression.callee), args]);
    if (expression.callee.kind === 'member') return worst([of(expression.callee.of), args]);
    if (pure.test(name)) return args;
    if (holder !== name && known !== undefined) return worst([known, args]);
    return known ?? 'real';
  }

  function of(expression: Expression): Origin {
    if (expression.kind === 'call') return ofCall(expression);
    if (expression.kind === 'name') {
      const holder = holderOf(expression.name);
      return (
        locals.get(holder) ?? (/^(undefined|NaN|Infinity)$/.test(holder) ? 'constant' : 'real')
      );
    }
    if (expression.kind === 'function') return ofFunction(expression);
    return worst(partsOf(expression).map(of));
  }

  /** What a function expression can give: the worst of what is in it, its own parameters aside. */
  function ofFunction(expression: Expression & { kind: 'function' }): Origin {
    for (const param of expression.params)
      if (!locals.has(param)) locals.set(param, callers.get(expression)?.() ?? 'real');
    for (const statement of walkStatements(expression.body))
      if (statement.kind === 'assign')
        for (const target of statement.targets)
          if (!locals.has(target)) locals.set(target, 'constant');
    return worst(
      walkStatements(expression.body).flatMap((statement) => expressionsOf(statement).map(of)),
    );
  }

  function bind(names: readonly string[], origin: Origin): boolean {
    let changed = false;
    for (const name of names) {
      const holder = holderOf(name);
      const before = locals.get(holder);
      // A field of something from outside is set: that does not make it the test's own.
      if (before === undefined && holder !== name) continue;
      const after = before === undefined ? origin : worst([before, origin]);
      if (after === before) continue;
      locals.set(holder, after);
      changed = true;
    }
    return changed;
  }

  /** @param flow origin of the conditions around it: a count kept under a real condition is real */
  function bindStatement(statement: Statement, flow: Origin): boolean {
    if (statement.kind === 'assign') {
      const value = statement.value === undefined ? 'constant' : of(statement.value);
      const handedOver =
        statement.value !== undefined && bindStored(statement.targets, statement.value);
      return bind(statement.targets, worst([value, flow])) || handedOver;
    }
    if (statement.kind === 'loop' && statement.over !== undefined)
      return bind(statement.targets, of(statement.over));
    if (statement.kind === 'with')
      return statement.items.some(
        (item) => item.name !== undefined && bind([item.name], of(item.value)),
      );
    // An arrow without braces returns what it does: `() => seen.push(value)`.
    const acts = statement.kind === 'expression' || statement.kind === 'return';
    return acts && statement.value !== undefined && bindMutation(statement.value, flow);
  }

  /** `agent.onAnswer = callback`: real code may call it from then on. */
  function bindStored(targets: readonly string[], value: Expression): boolean {
    const isReal = (target: string) =>
      target.includes('.') && (locals.get(holderOf(target)) ?? 'real') === 'real';
    if (!targets.some(isReal)) return false;
    const names = walkExpression(value).flatMap((part) =>
      part.kind === 'name' && locals.has(holderOf(part.name)) ? [part.name] : [],
    );
    return bind(names, 'real');
  }

  /** A function with a name is handed to real code sooner or later: what it changes is evidence. */
  function bindChanged(body: readonly Statement[]): void {
    const changed = walkStatements(body).flatMap((statement) =>
      statement.kind === 'assign' ? statement.targets : [],
    );
    const called = [...walkCalls(body)].flatMap(({ callee }) =>
      callee.kind === 'name' && callee.name.includes('.') ? [callee.name] : [],
    );
    for (const name of [...changed, ...called])
      if (owned.has(holderOf(name))) locals.set(holderOf(name), 'real');
  }

  /** `seen.push(value)`, `count++`: the holder takes over what it is given. */
  function bindMutation(expression: Expression, flow: Origin): boolean {
    const value = expression.kind === 'await' ? expression.of : expression;
    const isCall = value.kind === 'call' && value.callee.kind === 'name';
    if (isCall && isAsserting(value.callee.kind === 'name' ? value.callee.name : '')) return false;
    const given = isCall ? worst(value.args.map((argument) => of(argument.value))) : 'constant';
    const names = [...walkExpression(isCall ? value.callee : value)].flatMap((part) =>
      part.kind === 'name' && locals.has(holderOf(part.name)) ? [part.name] : [],
    );
    return bind(names, worst([given, flow]));
  }

  /** Every round asks for the same. */
  const known = new Map<Statement, readonly Expression[]>();
  function everyPart(statement: Statement): readonly Expression[] {
    let parts = known.get(statement);
    if (parts === undefined)
      known.set(statement, (parts = expressionsOf(statement).flatMap(walkExpression)));
    return parts;
  }

  function bindBlock(block: readonly Statement[], flow: Origin): boolean {
    let changed = false;
    for (const statement of block) {
      changed = bindStatement(statement, flow) || changed;
      changed = bindHandedOver(statement) || changed;
      const condition =
        statement.kind === 'if'
          ? of(statement.test)
          : statement.kind === 'loop' && statement.over !== undefined
            ? of(statement.over)
            : 'constant';
      // Whether a handler runs depends on what was tried.
      const inner = statement.kind === 'try' ? 'real' : worst([flow, condition]);
      for (const nested of blocksOf(statement)) changed = bindBlock(nested, inner) || changed;
      for (const part of everyPart(statement))
        if (part.kind === 'function') changed = bindBlock(part.body, flow) || changed;
    }
    return changed;
  }

  /** Does real code get what this call passes? `make()(mock)` hands it to what `make` gave. */
  function reachesReal(call: Expression & { kind: 'call' }): boolean {
    const { callee } = call;
    if (isAsserting(rootName(call))) return false;
    if (callee.kind !== 'name') return callee.kind === 'call' && of(callee) === 'real';
    const { name } = callee;
    const isOurs = mockMakers.test(name) || clocks.test(name) || isSleep(name) || pure.test(name);
    return !isOurs && (locals.get(holderOf(name)) ?? 'real') === 'real';
  }

  /** A mock or container handed to real code comes back with real evidence in it. */
  function bindHandedOver(statement: Statement): boolean {
    let changed = false;
    for (const part of everyPart(statement)) {
      if (part.kind !== 'call' || !reachesReal(part)) continue;
      for (const { value } of part.args)
        for (const inner of walkExpression(value))
          if (inner.kind === 'name' && locals.has(holderOf(inner.name)))
            changed = bind([inner.name], 'real') || changed;
    }
    return changed;
  }

  /** Functions kept in a variable or an object, other than those given straight to a call. */
  function keptFunctions(block: readonly Statement[]): (readonly Statement[])[] {
    return walkStatements(block).flatMap((statement) => {
      if (statement.kind === 'assign' && statement.value?.kind === 'function')
        return [statement.value.body];
      return expressionsOf(statement)
        .flatMap(walkExpression)
        .flatMap((part) => (part.kind === 'object' ? part.entries : []))
        .flatMap(({ value }) => (value.kind === 'function' ? [value.body] : []));
    });
  }

  const owned = new Set(
    walkStatements(test.body).flatMap((statement) =>
      statement.kind === 'assign' ? statement.targets : [],
    ),
  );
  for (const body of [...test.inner, ...keptFunctions(test.body)]) bindChanged(body);

  // Four rounds reach every chain of assignments a test is likely to have.
  for (let round = 0; round < 4; round += 1) if (!bindBlock(test.body, 'constant')) break;
  return { of };
}

/** Names of functions that check something. */
export function isAsserting(name: string): boolean {
  return /(^|[._])(assert|expect|verify|should|fail)|^(self\.)?(assert|check|ensure|must)/i.test(
    name,
  );
}
