import { walkCalls } from '../facts/walk-statements.ts';
import type { Call } from '../facts/expression.ts';
import type { FunctionFact } from '../facts/file-facts.ts';
import type { SourceFile } from '../model/source-tree.ts';
import type { AuditModel } from '../model/audit-model.ts';
import type { FindingDraft } from '../rules/identity.ts';

/** `self.tool_name`, `toolName` and `tool_name` are one name. */
function plainName(name: string): string {
  return name
    .slice(name.lastIndexOf('.') + 1)
    .replaceAll(/[_#]/g, '')
    .toLowerCase();
}

/** What a method of Python calls its receiver, of a class or a metaclass. */
const receivers = new Set(['self', 'cls', 'mcs', 'mcls', 'metacls']);

/** Parameters a call fills by position: without the receiver of a method. */
function positional(fact: FunctionFact, bound: boolean): string[] {
  // Fields of a destructured parameter hide at which position it stood.
  const hidden = fact.params.findIndex((param) => param.kind === 'keyword-only');
  if (hidden !== -1 && fact.params.slice(hidden).some((param) => param.kind === 'plain')) return [];
  const names = fact.params.filter((param) => param.kind === 'plain').map((param) => param.name);
  return bound && receivers.has(names[0] ?? '') ? names.slice(1) : names;
}

/** `Base.__init__(self, …)`: a method called through its class gets its receiver by hand. */
function passesSelf(call: Call): boolean {
  const first = call.args[0]?.value;
  return first?.kind === 'name' && receivers.has(first.name);
}

/** Only two names passed by position can stand in each other's place; most calls are passed over by this. */
function maySwap({ args }: Call): boolean {
  let named = 0;
  for (const { keyword, value } of args) {
    if (keyword.startsWith('*')) return false;
    if (keyword === '' && value.kind === 'name') named += 1;
  }
  return named >= 2;
}

/** Two arguments that carry each other's parameter names; undefined when none do. */
export function swappedPair(call: Call, params: readonly string[]): [string, string] | undefined {
  const names = params.map(plainName);
  const given = call.args.map(({ keyword, value }) =>
    keyword === '' && value.kind === 'name' ? plainName(value.name) : '',
  );
  if (call.args.some(({ keyword }) => keyword.startsWith('*'))) return undefined;
  for (const [index, name] of given.entries()) {
    if (name === '' || name === names[index] || index >= names.length) continue;
    const other = names.indexOf(name);
    // It disagrees only if the argument at the other place does not carry its own parameter's name either.
    if (other === -1 || other >= given.length || given[other] === names[other]) continue;
    if (given[other] === '' || !names.includes(given[other] ?? '')) continue;
    return [params[index] ?? '', params[other] ?? ''];
  }
  return undefined;
}

/** Names of opposites are passed the other way round on purpose: `f(b, a)`, `compare(right, left)`. */
const opposites =
  /^(.|left|right|before|after|old|new|added|removed|inserted|deleted|from|to|source|target|min|max|low|high|start|end|first|second|expected|actual|width|height|other|self|prev|next|key|value|parent|child|event|record)$/i;

/** Functions whose job it is to pass things the other way round. */
const turning = /inver[st]|revers|swap|flip|mirror|transpos|undo|opposite/i;

/** A swap of two names that cannot be meant: nothing else is passed, or both say clearly what they are. */
function isTelling(call: Call, pair: readonly [string, string], within: string): boolean {
  return (
    call.args.length >= 3 &&
    pair.every((name) => name.length > 3 && !opposites.test(name)) &&
    !turning.test(within.slice(within.lastIndexOf('.') + 1))
  );
}

/** A function expression stands in the body around it as well as under its own name: the innermost place counts. */
function innermostOnly(drafts: readonly FindingDraft[]): FindingDraft[] {
  const found = new Map<string, FindingDraft>();
  for (const draft of drafts) {
    const key = `${draft.line} ${draft.message}`;
    if (draft.symbol.length >= (found.get(key)?.symbol.length ?? 0)) found.set(key, draft);
  }
  return [...found.values()];
}

/**
 * BREAK003: a call whose positional arguments bear the names of other parameters than those they fill, as
 * happens when a signature was reordered and its callers were not.
 */
export function createSwapCheck(model: AuditModel): (file: SourceFile) => FindingDraft[] {
  const methods = methodsByName(model);
  return ({ facts, scope }) => {
    const drafts: FindingDraft[] = [];
    const bodies = model.bodiesOf(facts.path);
    for (const [key, body] of [['', bodies.module] as const, ...bodies.functions])
      for (const call of walkCalls(body)) {
        if (!maySwap(call)) continue;
        const within = key.replace(/@\d+$/, '');
        const callee = calleeOf(call, facts.path, within);
        const pair = callee === undefined ? undefined : swappedPair(call, callee.params);
        if (callee === undefined || pair === undefined) continue;
        drafts.push({
          rule: 'BREAK003',
          scope,
          path: facts.path,
          line: call.line,
          symbol: within,
          target: callee.name,
          message: `passes ${pair[0]} and ${pair[1]} to ${callee.name} the wrong way round`,
          confidence: callee.certain && isTelling(call, pair, within) ? 'certain' : 'review',
        });
      }
    return innermostOnly(drafts);
  };

  function calleeOf(call: Call, path: string, within: string) {
    if (call.callee.kind !== 'name') return undefined;
    const { name } = call.callee;
    const [definition, second] = model.lookup.inside(path, name, within).definitions;
    if (definition?.kind === 'function' && second === undefined)
      return {
        name,
        params: positional(definition.fact, definition.fact.owner !== '' && !passesSelf(call)),
        certain: true,
      };
    if (definition?.kind === 'class') return undefined;
    // A method on an object of unknown class: all methods of that name must agree on their parameters.
    const dot = name.lastIndexOf('.');
    const candidates = dot === -1 ? undefined : methods.get(name.slice(dot + 1));
    if (candidates === undefined) return undefined;
    const lists = new Set(candidates.map((fact) => positional(fact, true).join(',')));
    const [only] = lists;
    return lists.size === 1 && only !== undefined
      ? { name, params: only.split(','), certain: false }
      : undefined;
  }
}

function methodsByName(model: AuditModel): Map<string, FunctionFact[]> {
  const methods = new Map<string, FunctionFact[]>();
  for (const { facts } of model.tree.files.values())
    for (const fact of facts.functions) {
      if (fact.owner === '' || fact.params.length < 2) continue;
      const known = methods.get(fact.name);
      if (known === undefined) methods.set(fact.name, [fact]);
      else known.push(fact);
    }
  return methods;
}
