import { matchesGlob } from 'node:path';

/**
 * Where source stands by its path. Test doubles, backups, vendored and generated copies are scopes of their own:
 * counted, never dropped, because counting them as production makes every class compete with its copy.
 * Expressions instead of globs: they run on every path of a large tree.
 */
const builtInScopes: Readonly<Record<string, RegExp>> = {
  backups:
    /(^|\/)(backups?|\w*_backup(_\w*)?|backup_\w*|archived?|[^/]*\.bak)\/|[^/]*(\.bak|\.orig|_backup|_backup_[^/]*|_old)\.(py|[cm]?[jt]sx?)$/,
  vendored: /(^|\/)(_?vendor|_?vendored|third_party|third-party)\//,
  generated:
    /(^|\/)(generated|__generated__|gen)\/|(_pb2|_pb2_grpc|[._]generated)\.(py|[cm]?[jt]sx?)$|\.min\.js$|\.d\.[cm]?ts$/,
  tests:
    /(^|\/)(tests?|__tests__|testing|__mocks__|e2e|specs?)\/|\.(test|spec)\.[^/]*$|(^|\/)(test_[^/]*|[^/]*_test|conftest)\.py$/,
  scripts: /(^|\/)(scripts?|tools|bench|benchmarks|examples)\//,
};

/** Scope of what matches nothing, unless the manifest says what production is. */
export const production = 'production';
/** Scope of what matches nothing when it does. */
export const unscoped = 'unscoped';

/** Scope of a file whose content was seen, too: what a program wrote is no production, unless its path has a scope of its own. */
export function scopeOfFacts(scope: string, facts: { readonly machineMade?: string }): string {
  return scope === production && facts.machineMade !== undefined ? 'generated' : scope;
}

function matcherOf(globs: readonly string[]): (path: string) => boolean {
  return (path) => globs.some((glob) => matchesGlob(path, glob));
}

/**
 * Builds the function that tells the scope of a path. Declared scopes come before the built-in ones;
 * a declared scope of a built-in name replaces it.
 */
export function createScopeOf(
  declared: Readonly<Record<string, readonly string[]>>,
): (path: string) => string {
  const matchers = Object.entries(declared)
    .filter(([scope]) => scope !== production)
    .map(([scope, globs]) => ({ scope, matches: matcherOf(globs) }));
  for (const [scope, expression] of Object.entries(builtInScopes))
    if (!(scope in declared)) matchers.push({ scope, matches: (path) => expression.test(path) });
  const isProduction =
    declared[production] === undefined ? undefined : matcherOf(declared[production]);
  return (path) => {
    const named = matchers.find((matcher) => matcher.matches(path));
    if (named !== undefined) return named.scope;
    return isProduction === undefined || isProduction(path) ? production : unscoped;
  };
}
