import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { readTypeScript } from './read-typescript.ts';

const source = `
import { Base } from './base.ts';
/** @deprecated ünd weg 😀 */
export class Größe<T> extends Base<T> {
  run = async (a: string, { b }: { b?: number }) => (await this.load(a))?.[b ?? 0] ?? /ä+/u.test(a);
}
export function pick(rows: readonly string[]) {
  for (const row of rows) if (row === 'é') return lookUp(row, \`\${row}!\`, 10n);
  throw new Error('none');
}
`;

/** What a process reads of the source, and whether the parser gave it the tree through shared memory. */
interface Reading {
  readonly shared: boolean;
  readonly facts: unknown;
  readonly bodies: unknown;
}

const reading = `
  import { parseSync } from '${import.meta.resolve('oxc-parser')}';
  import { readTypeScript } from '${new URL('read-typescript.ts', import.meta.url).href}';
  const isShared = () => {
    try { parseSync('a.ts', '1', { experimentalRawTransfer: true }); return true; } catch { return false; }
  };
  const { facts, bodies } = readTypeScript('a.ts', process.env.SOURCE, { bodies: true });
  const functions = [...bodies.functions];
  console.log(JSON.stringify({ shared: isShared(), facts, bodies: { ...bodies, functions } }));
`;

/** @param limit what the shell does before it starts the process @param before runs in it before anything else */
function readElsewhere(limit: string, before = ''): Reading {
  const { stdout, stderr } = spawnSync(
    'sh',
    [
      '-c',
      `${limit}\nexec "$0" --input-type=module --import "$1" --eval "$2"`,
      process.execPath,
    ].concat(`data:text/javascript,${before}`, reading),
    { encoding: 'utf8', env: { ...process.env, SOURCE: source } },
  );
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Reading;
}

describe.skipIf(process.platform === 'win32')('the transfer of syntax trees', () => {
  const { facts, bodies } = readTypeScript('a.ts', source, { bodies: true });
  const expected = JSON.parse(
    JSON.stringify({ facts, bodies: { ...bodies, functions: [...bodies.functions] } }),
  ) as object;

  it('goes through shared memory where it can', () => {
    expect(readElsewhere('')).toEqual({ shared: true, ...expected });
  });

  it('goes as text where the address space is too small, with the same facts', () => {
    expect(readElsewhere('ulimit -v 5000000')).toEqual({ shared: false, ...expected });
  });

  it('goes as text where the parser says that it cannot share, with the same facts', () => {
    expect(readElsewhere('', 'globalThis.Bun = {}')).toEqual({ shared: false, ...expected });
  });
});
