import type { Expression, Statement } from '../facts/expression.ts';

/** A call of something that reports deprecation: it may stand in a facade without making it thick. */
const warning = /(^|[._#])(warn|warning|deprecat\w*|emitWarning|debug|info|log|notice\.\w+|note)$/i;

function isWarning(statement: Statement): boolean {
  if (statement.kind === 'import' || statement.kind === 'other') return true;
  const value = statement.kind === 'expression' ? statement.value : undefined;
  if (value?.kind === 'constant') return true;
  return value?.kind === 'call' && value.callee.kind === 'name' && warning.test(value.callee.name);
}

function callOf(expression: Expression | undefined): string | undefined {
  if (expression?.kind === 'await') return callOf(expression.of);
  // `return self._store.size` hands over too; a plain name only hands back.
  if (expression?.kind === 'name')
    return /^self\.[^.]+\.[^.]+$/.test(expression.name) ? expression.name : undefined;
  if (expression?.kind !== 'call') return undefined;
  if (expression.callee.kind === 'name') return expression.callee.name;
  return expression.callee.kind === 'member' ? callOf(expression.callee.of) : undefined;
}

/**
 * The dotted name a thin body hands its work to: docstring, warnings and imports aside, one statement that
 * returns or makes one call. Undefined when the body does anything of its own.
 */
export function delegateOf(body: readonly Statement[]): string | undefined {
  const own = body.filter((statement) => !isWarning(statement));
  if (own.length === 2) return returnedLocal(own);
  const [only] = own;
  if (
    own.length !== 1 ||
    (only?.kind !== 'return' && only?.kind !== 'expression' && only?.kind !== 'yield')
  )
    return undefined;
  return callOf(only.value);
}

/** `const made = create(); return made` is as thin as `return create()`. */
function returnedLocal([first, second]: readonly Statement[]): string | undefined {
  const made = first?.kind === 'assign' && first.targets.length === 1 ? first : undefined;
  const given = second?.kind === 'return' && second.value?.kind === 'name' ? second.value.name : '';
  return made?.targets[0] === given && given !== '' ? callOf(made.value) : undefined;
}

/** True when a body, docstring aside, does nothing but raise. */
export function onlyRaises(body: readonly Statement[]): boolean {
  const own = body.filter((statement) => !isWarning(statement));
  return own.length > 0 && own[0]?.kind === 'raise';
}
