import type { AuditConsumer } from '../../contract/audit.ts';
import type { Call, Expression, Statement } from '../facts/expression.ts';
import { expressionsOf, walkExpression, walkStatements } from '../facts/walk-statements.ts';
import type { AuditModel } from '../model/audit-model.ts';
import type { Meaning } from '../model/name-lookup.ts';
import { returnedTypeNames } from '../roles/type-names.ts';
import type { KnownMember, KnownMembers } from './known-members.ts';

/** Where a block stands, and what the names around it are known to hold. */
export interface BlockPlace {
  readonly path: string;
  readonly within: string;
  /** Names, `self.` fields included, that hold a member; extended while the block is read. */
  readonly typed: Map<string, KnownMember>;
}

/** A use of a member, before it is known where its file stands. */
export type Use = Omit<AuditConsumer, 'path' | 'scope'>;

/** Files a name passed through before the one that defines it. */
export function passedThrough(meaning: Meaning): string[] {
  return meaning.via.slice(0, -1).map((step) => step.path);
}

/** `a.b.c` → `a.b` and `c`; undefined for a name without a dot. */
function splitLast(name: string): { readonly holder: string; readonly last: string } | undefined {
  const dot = name.lastIndexOf('.');
  return dot === -1 ? undefined : { holder: name.slice(0, dot), last: name.slice(dot + 1) };
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** What a call of a member does with it. */
const hows = { class: 'construct', factory: 'factory', function: 'call' } as const;

const unknown: Meaning = { definitions: [], via: [], open: true };

/** What the names of a block end in, and what stands before that; once a block, because most mention no member. */
const mentioned = new WeakMap<readonly Statement[], readonly string[]>();

function mentionedIn(block: readonly Statement[]): readonly string[] {
  let words = mentioned.get(block);
  if (words === undefined) {
    const found = new Set<string>();
    for (const statement of walkStatements(block)) {
      if (statement.kind === 'assign' && statement.annotation !== undefined)
        for (const name of returnedTypeNames(statement.annotation)) found.add(lastPart(name));
      for (const part of expressionsOf(statement).flatMap(walkExpression)) {
        if (part.kind !== 'name') continue;
        found.add(lastPart(part.name));
        found.add(lastPart(splitLast(part.name)?.holder ?? ''));
      }
    }
    mentioned.set(block, (words = [...found]));
  }
  return words;
}

/** Finds who makes, calls and names members of a role in one block of statements. */
export function findBlockConsumers(
  model: AuditModel,
  members: KnownMembers,
  place: BlockPlace,
  block: readonly Statement[],
): Use[] {
  const { path, within, typed } = place;
  const uses: Use[] = [];
  if (typed.size === 0 && !mentionedIn(block).some((name) => members.mayBe(name))) return uses;
  const meaningOf = (name: string): Meaning =>
    members.mayBe(name) ? model.lookup.inside(path, name, within) : unknown;

  function use(
    member: KnownMember,
    line: number,
    rest: Pick<Use, 'how'> & Partial<Pick<Use, 'uses' | 'confidence' | 'via'>>,
  ): void {
    // A promise of a member is asked, and not the member: `openPool().then(…)`.
    if (!path.endsWith('.py') && /^(then|catch|finally)$/.test(rest.uses ?? '')) return;
    uses.push({
      role: member.role,
      member: member.symbol,
      line,
      within,
      uses: '',
      confidence: 'high',
      via: [],
      ...rest,
    });
  }

  /** The member an expression holds when it is evaluated. */
  function valueOf(expression: Expression | undefined): KnownMember | undefined {
    if (expression?.kind === 'await') return valueOf(expression.of);
    if (expression?.kind === 'name') return typed.get(expression.name);
    if (expression?.kind === 'choice')
      return expression.options.map(valueOf).find((each) => each !== undefined);
    if (expression?.kind !== 'call' || expression.callee.kind !== 'name') return undefined;
    const { name } = expression.callee;
    const meaning = meaningOf(name);
    const direct = members.meant(meaning);
    if (direct !== undefined) {
      // Making a factory gives the factory; calling one gives its product.
      const isClass = meaning.definitions.some((each) => each.kind === 'class');
      return isClass ? direct : members.productOf(direct);
    }
    const holder = splitLast(name)?.holder;
    if (holder === undefined) return undefined;
    const owner = typed.get(holder) ?? members.meant(meaningOf(holder));
    return owner?.kind === 'factory' ? members.productOf(owner) : undefined;
  }

  function visitCall(call: Call): void {
    if (call.callee.kind === 'member') {
      const on = valueOf(call.callee.of);
      if (on?.kind === 'class') use(on, call.line, { how: 'call', uses: call.callee.name });
    } else if (call.callee.kind === 'name') {
      const meaning = meaningOf(call.callee.name);
      const target = members.meant(meaning);
      if (target === undefined) return;
      const how = hows[target.kind];
      use(target, call.line, { how, via: passedThrough(meaning) });
    }
  }

  function visitName(name: string, line: number): void {
    const parts = splitLast(name);
    if (parts === undefined) return;
    const local = typed.get(parts.holder);
    if (local?.kind === 'class')
      use(local, line, { how: 'call', uses: parts.last, confidence: 'medium' });
    if (local !== undefined) return;
    const meaning = meaningOf(parts.holder);
    const target = members.meant(meaning);
    if (target?.kind === 'class')
      use(target, line, { how: 'call', uses: parts.last, via: passedThrough(meaning) });
  }

  function bind(statement: Statement): void {
    if (statement.kind === 'assign') {
      const { annotation } = statement;
      const value =
        valueOf(statement.value) ??
        (annotation === undefined ? undefined : members.annotated(path, annotation, within));
      if (value !== undefined) for (const target of statement.targets) typed.set(target, value);
    } else if (statement.kind === 'with')
      for (const item of statement.items) {
        const value = valueOf(item.value);
        if (value !== undefined && item.name !== undefined) typed.set(item.name, value);
      }
  }

  for (const statement of walkStatements(block)) {
    bind(statement);
    for (const expression of expressionsOf(statement))
      for (const part of walkExpression(expression)) {
        if (part.kind === 'call') visitCall(part);
        else if (part.kind === 'name') visitName(part.name, part.line);
      }
  }
  return uses;
}
