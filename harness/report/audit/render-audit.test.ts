import { expect, it } from 'vitest';
import type { AuditFinding } from '../../contract/audit.ts';
import { sampleAudit } from '../test-support/sample-audit.ts';
import { renderAudit } from './render-audit.ts';
import { renderDiscovery } from './render-discovery.ts';

const screen = { width: 200, colour: false, unicode: true };
const ratchet = { verdict: 'fail' as const, stale: [], expired: [], budgets: [] };

function finding(path: string, more: Partial<AuditFinding> = {}): AuditFinding {
  return {
    identity: path,
    rule: 'SSOT003',
    role: 'tool-dispatcher',
    scope: 'production',
    path,
    line: 1,
    symbol: 'x',
    message: `imports x in ${path}`,
    confidence: 'certain',
    related: [],
    ...more,
  };
}

it('shows what is new before what is known, wherever it is, and says which it is', () => {
  const known = Array.from({ length: 30 }, (_, at) => finding(`app/a${at}.ts`));
  const weakened = finding('golden-path.config.json', { rule: 'SSOT013', scope: 'config' });
  const findings = [...known, finding('app/z.ts'), weakened];
  const text = renderAudit(
    { ...sampleAudit, findings, ratchet: { ...ratchet, fresh: ['app/z.ts', weakened.path] } },
    screen,
  );
  expect(text).toContain('    app/z.ts:1  new: imports x in app/z.ts');
  expect(text).toContain('    golden-path.config.json:1  new: imports x');
  expect(text).not.toContain('app/a0.ts:1');
  const quiet = renderAudit(
    { ...sampleAudit, findings, ratchet: { ...ratchet, fresh: [] } },
    screen,
  );
  expect(quiet).toContain('    app/a0.ts:1  imports x');
  expect(quiet).not.toContain('new:');
});

it('tells what several roles find in one place once, with all of their names', () => {
  const [dispatcher] = sampleAudit.roles;
  if (dispatcher === undefined) throw new Error('a role');
  const of = (role: string, path: string, more: Partial<AuditFinding> = {}) =>
    finding(path, { rule: 'SSOT001', role, identity: `${role} ${path}`, ...more });
  const findings = [
    of(dispatcher.id, 'app/a.ts', { message: 'x is a second one beside A' }),
    of('runner', 'app/a.ts', { message: 'x is a second one beside B' }),
    of('runner', 'app/b.ts'),
    of(dispatcher.id, 'app/c.ts', { rule: 'SSOT014', message: 'consumers use one' }),
    of('runner', 'app/c.ts', { rule: 'SSOT014', message: 'consumers use two' }),
  ];
  const roles = [dispatcher, { ...dispatcher, id: 'runner' }];
  const facts = { ...sampleAudit, roles, findings };
  const text = renderAudit(facts, screen);
  expect(text.split('app/a.ts:1')).toHaveLength(2);
  expect(text).toContain(`app/a.ts:1  ${dispatcher.id} and runner: x is a second one beside A`);
  expect(text).toContain(
    ': 2 in production\n    app/b.ts:1  imports x in app/b.ts\n    1 counted above, under another role',
  );
  expect(text.split('app/c.ts:1')).toHaveLength(3);
  const fresh = renderAudit(
    { ...facts, ratchet: { ...ratchet, fresh: ['runner app/a.ts'] } },
    screen,
  );
  expect(fresh).toContain('app/a.ts:1  new: x is a second one beside B\n');
});

it('names what could not be read, with and without roles', () => {
  const problem = 'unreadable app/legacy/broken file.py  unexpected end of file';
  expect(renderAudit(sampleAudit, screen)).toContain(problem);
  expect(renderDiscovery([], sampleAudit.read, screen)).toContain(problem);
});
