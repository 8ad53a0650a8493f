import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AuditManifestSchema, type AuditManifestInput } from '../contract/audit-manifest.ts';
import { findReporter } from '../report/render-report.ts';
import { baselinePath, snapshotPath, type BaselineOrder } from './hold-baseline.ts';
import { runAudit } from './run-audit.ts';

const dispatcher = (name: string) => `
export class ${name} {
  registerTool(name: string) { return [name]; }
  dispatchTool(name: string, input: object) { return [name, input]; }
  listTools() { return []; }
}
`;
const manifest = {
  roles: [{ id: 'dispatcher', lang: 'ts', canonical: 'app/tool-dispatcher.ts:ToolDispatcher' }],
  phases: [{ id: 'one' }, { id: 'two' }].map((phase) => ({
    ...phase,
    budget: { dispatcher: { SSOT001: { production: 1 }, SSOT003: { production: 1 } } },
  })),
  current: 'one',
} satisfies AuditManifestInput;
const judge: BaselineOrder = { act: 'judge' };

describe('the gate of the audit', () => {
  let root = '';
  const git = (...args: string[]) =>
    execFileSync('git', [
      '-C',
      root,
      '-c',
      'user.name=t',
      '-c',
      'user.email=t@example.test',
      ...args,
    ]);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const commit = () => {
    git('add', '-A');
    git('commit', '-q', '-m', 'state');
  };
  const audit = (
    baseline: BaselineOrder = judge,
    more: { base?: string; manifest?: AuditManifestInput } = {},
  ) =>
    runAudit({
      root,
      tests: false,
      baseline,
      manifest: AuditManifestSchema.parse(more.manifest ?? manifest),
      ...(more.base === undefined ? {} : { base: more.base }),
    });
  const exitCode = async (...order: Parameters<typeof audit>) =>
    (await audit(...order)).gate?.exit_code;

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'gate-'));
    git('init', '-q');
    write('app/tool-dispatcher.ts', dispatcher('ToolDispatcher'));
    write('app/quick.ts', dispatcher('QuickToolDispatcher'));
    write(
      'app/chat.ts',
      "import { QuickToolDispatcher } from './quick.ts';\nnew QuickToolDispatcher();\n",
    );
    await audit({ act: 'record' });
    commit();
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it('is red when a second dispatcher comes, even if another one goes', async () => {
    rmSync(join(root, 'app/quick.ts'));
    rmSync(join(root, 'app/chat.ts'));
    write('app/fast.ts', dispatcher('FastToolDispatcher'));
    const { audit: facts, gate } = await audit();
    expect(facts?.roles[0]?.production_count).toBe(2);
    expect(gate?.exit_code).toBe(1);
    expect(facts?.ratchet?.fresh).toHaveLength(1);
    expect(gate?.criteria.find(({ id }) => id === 'ratchet')?.reason).toMatch(/^1 new, 2 gone/);
  });

  it('knows code that moved, until the baseline is written as it is now', async () => {
    mkdirSync(join(root, 'app/old'));
    renameSync(join(root, 'app/quick.ts'), join(root, 'app/old/quick.ts'));
    write(
      'app/chat.ts',
      readFileSync(join(root, 'app/chat.ts'), 'utf8').replace('./quick', './old/quick'),
    );
    git('add', '-A');
    expect(await exitCode()).toBe(0);
    commit();
    expect(await exitCode()).toBe(0);
    expect(await exitCode({ act: 'shrink' })).toBe(0);
    expect(readFileSync(join(root, baselinePath), 'utf8')).toContain('app/old/quick.ts');
    commit();
    expect(await exitCode(judge, { base: 'HEAD~1' })).toBe(0);
  });

  it('does not take another implementation at another place for a moved one', async () => {
    rmSync(join(root, 'app/quick.ts'));
    write(
      'app/old/quick.ts',
      `${'// of its own\n'.repeat(40)}${dispatcher('QuickToolDispatcher')}`,
    );
    git('add', '-A');
    expect(await exitCode()).toBe(1);
  });

  it('is red on a stale entry until the smaller baseline is committed', async () => {
    rmSync(join(root, 'app/chat.ts'));
    expect(await exitCode()).toBe(1);
    expect(await exitCode({ act: 'shrink' })).toBe(0);
    expect(await exitCode()).toBe(0);
  });

  it.each<[string, AuditManifestInput]>([
    [
      'a new allowance',
      {
        ...manifest,
        roles: [
          {
            ...manifest.roles[0],
            allow: [
              { symbol: 'app/quick.ts:QuickToolDispatcher', as: 'variant', reason: 'we like it' },
            ],
          } as never,
        ],
      },
    ],
    ['a new scope', { ...manifest, scopes: { playground: ['app/quick.ts'] } }],
    [
      'a higher threshold',
      { ...manifest, roles: [{ ...manifest.roles[0], threshold: 0.99 } as never] },
    ],
    ['a role less', { ...manifest, roles: [], phases: [], current: undefined }],
    [
      'an earlier phase only warning',
      {
        ...manifest,
        phases: manifest.phases.map((phase) => ({ ...phase, gate: 'warn' as const })),
      },
    ],
  ])('is red when the manifest was weakened by %s', async (_, weaker) => {
    const { audit: facts, gate } = await audit(judge, { manifest: weaker });
    expect(facts?.counts['SSOT013']).toBeDefined();
    expect(gate?.exit_code).toBe(1);
  });

  it('lets nobody buy green by writing into the baseline', async () => {
    write('app/fast.ts', dispatcher('FastToolDispatcher'));
    rmSync(join(root, baselinePath));
    rmSync(join(root, 'app/quick.ts'));
    rmSync(join(root, 'app/chat.ts'));
    expect(await exitCode({ act: 'record' })).toBe(0);
    commit();
    expect(await exitCode(judge, { base: 'HEAD~1' })).toBe(1);
  });

  it('lets nobody buy green by taking the baseline away, or by recording it anew on the same day', async () => {
    write('app/lost.ts', "import { gone } from './gone.ts';\ngone();\n");
    rmSync(join(root, baselinePath));
    await audit({ act: 'record' });
    commit();
    rmSync(join(root, baselinePath));
    await expect(audit()).rejects.toThrow('was there and is gone');
    rmSync(join(root, snapshotPath));
    await expect(audit(judge, { base: 'HEAD' })).rejects.toThrow('was there and is gone');
    await expect(audit({ act: 'shrink' })).rejects.toThrow('--record writes the first one');
    rmSync(join(root, 'app/lost.ts'));
    write('app/other.ts', "import { gone } from './away.ts';\ngone();\n");
    await audit({ act: 'record' });
    expect(await exitCode(judge, { base: 'HEAD' })).toBe(1);
  });

  it('accepts what has a reason and a last phase, as long as that lasts', async () => {
    write(
      'app/bot.ts',
      "import { QuickToolDispatcher } from './quick.ts';\nnew QuickToolDispatcher();\n",
    );
    const roomy = structuredClone(manifest);
    const [fresh = ''] = (await audit()).audit?.ratchet?.fresh ?? [];
    await audit({ act: 'accept', identities: [fresh], reason: 'the launch', until: 'one' });
    expect((await audit()).audit?.ratchet).toMatchObject({ fresh: [], expired: [] });
    const later = await audit(judge, { manifest: { ...roomy, current: 'two' } });
    expect(later.audit?.ratchet?.expired).toHaveLength(1);
    expect(later.gate?.exit_code).toBe(1);
  });

  it('refuses a baseline with merge markers, and shrinks it to what both sides keep', async () => {
    const [first = '', second = ''] = readFileSync(join(root, baselinePath), 'utf8').split('\n');
    write(baselinePath, `<<<<<<< ours\n${first}\n${second}\n=======\n${second}\n>>>>>>> theirs\n`);
    await expect(audit()).rejects.toThrow('an unresolved merge conflict');
    await audit({ act: 'shrink' });
    expect(readFileSync(join(root, baselinePath), 'utf8')).toBe(`${second}\n`);
    expect(await exitCode()).toBe(1);
  });

  it('records once', async () => {
    await expect(audit({ act: 'record' })).rejects.toThrow('is there already');
  });

  it('gives SARIF that the published schema accepts: new, unchanged and absent', async () => {
    rmSync(join(root, 'app/chat.ts'));
    write('app/fast.ts', dispatcher('FastToolDispatcher'));
    const screen = { width: 100, colour: false, unicode: true };
    const sarif: unknown = JSON.parse(findReporter('sarif').render(await audit(), screen));
    const ajv = new Ajv.default({ strict: false, unicodeRegExp: false });
    addFormats.default(ajv);
    const validate = ajv.compile(schema);
    validate(sarif);
    expect(validate.errors ?? []).toEqual([]);
    const { results } = (
      sarif as { runs: { results: { baselineState: string; suppressions?: object[] }[] }[] }
    ).runs[0] ?? { results: [] };
    expect(new Set(results.map(({ baselineState }) => baselineState))).toEqual(
      new Set(['new', 'unchanged', 'absent']),
    );
    for (const { baselineState, suppressions } of results)
      expect(suppressions !== undefined).toBe(baselineState === 'unchanged');
  });
});
