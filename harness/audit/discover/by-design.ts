import type { AuditLocation } from '../../contract/audit.ts';

const steps = /(^|\/)(migrations?|alembic\/versions)\//i;
const shown =
  /(^|\/)(examples?|samples?|demos?|docs?|templates?|tutorials?|cookbooks?|playgrounds?|starters?|boilerplates?|fixtures?)\//i;
const calls = /async|sync/g;
const machines =
  /mysql|mariadb|postgres(ql)?|sqlite|mssql|oracle|mongo(db)?|redis|windows|win32|linux|darwin|macos|posix|android|browser|es5|es6|esm|cjs/g;
const versions = /(?<=(^|\/|_|-)v)\d+(?=[/_.-])/g;

/** Members that are called alike but for words of one kind, or stand in folders that are. */
function differOnlyIn(words: RegExp, members: readonly AuditLocation[], bySymbol = true): boolean {
  const differ = (texts: readonly string[]) => {
    const plain = new Set(
      texts.map((text) => text.replaceAll(words, '').replaceAll(/[^a-z0-9]/g, '')),
    );
    return plain.size === 1 && new Set(texts).size === texts.length;
  };
  const symbols = members.map(({ symbol }) => symbol.toLowerCase());
  const paths = members.map(({ path }) => path.toLowerCase());
  return (bySymbol && differ(symbols)) || (new Set(symbols).size === 1 && differ(paths));
}

/**
 * Why a group of look-alikes may be several on purpose, by their names and places alone; undefined when nothing
 * speaks for that.
 */
export function byDesign(members: readonly AuditLocation[]): string | undefined {
  if (members.every(({ path }) => steps.test(path))) return 'steps of a migration, each run once';
  if (members.filter(({ path }) => !shown.test(path)).length <= 1)
    return 'copies in examples, templates or documentation';
  if (differOnlyIn(calls, members)) return 'one for calls that wait and one for those that do not';
  if (differOnlyIn(machines, members)) return 'one for each system they speak to or run on';
  if (differOnlyIn(versions, members, false)) return 'versions of one interface, kept side by side';
  return undefined;
}
