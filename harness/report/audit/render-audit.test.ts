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

it('names what could not be read, with and without roles', () => {
  const problem = 'unreadable app/legacy/broken file.py  unexpected end of file';
  expect(renderAudit(sampleAudit, screen)).toContain(problem);
  expect(renderDiscovery([], sampleAudit.read, screen)).toContain(problem);
});
