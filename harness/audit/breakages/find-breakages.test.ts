import { describe, expect, it } from 'vitest';
import { AuditManifestSchema } from '../../contract/audit-manifest.ts';
import { auditSources } from '../audit-tree.ts';
import { openTexts } from '../source/source-set.ts';

const base = {
  'app/__init__.py': '',
  'app/pool.py': `
class WorkerPool:
    def __init__(self, size): self.size = size
    def hire_worker(self, worker_name, trade): return worker_name
    def fire_worker(self, worker_name): return worker_name
async def open_pool(size):
    return WorkerPool(size)
`,
};
const manifest = AuditManifestSchema.parse({
  roles: [
    { id: 'pool', lang: 'py', canonical: 'app/pool.py:WorkerPool' },
    { id: 'opening', lang: 'py', canonical: 'app/pool.py:open_pool', factoryOf: 'pool' },
  ],
});

function breakagesOf(source: string): string[] {
  return auditSources(openTexts({ ...base, 'app/use.py': source }), manifest, { breakages: true })
    .findings.filter((finding) => finding.rule.startsWith('BREAK'))
    .map(({ rule, line, confidence }) => `${rule}:${line}${confidence === 'review' ? ' ?' : ''}`);
}

describe('breakages', () => {
  it('BREAK001: a method nobody defines, not an attribute or an inherited one', () => {
    expect(
      breakagesOf(`
class Base:
    def start(self): pass
class Desk(Base):
    timeout = 3
    def __init__(self, notify): self.notify = notify
    def run(self):
        self.start()
        self.notify()
        self.timeout()
        self.stop()
class Open(Unknown):
    def run(self): self.anything()
`),
    ).toEqual(['BREAK001:11']);
  });

  it('BREAK002: an asynchronous factory without await', () => {
    expect(
      breakagesOf(`
from app.pool import open_pool
async def wrong():
    pool = open_pool(3)
    return pool.size
async def right():
    pool = await open_pool(3)
    task = open_pool(4)
    return await task
def handed_on():
    return open_pool(5)
`),
    ).toEqual(['BREAK002:4']);
  });

  it('BREAK003: arguments that bear the names of other parameters', () => {
    expect(
      breakagesOf(`
def notify(run_id, agent_name, tool_name): pass
def compare(left, right): pass
def use(run_id, agent_name, tool_name, left, right):
    notify(run_id, tool_name, agent_name)
    notify(run_id, agent_name, tool_name)
    compare(right, left)
`),
    ).toEqual(['BREAK003:5', 'BREAK003:7 ?']);
  });

  it('BREAK005: a quiet way round the canonical one', () => {
    expect(
      breakagesOf(`
from app.pool import WorkerPool
def quiet():
    try:
        return WorkerPool(1)
    except Exception:
        return OldPool()
def loud():
    try:
        return WorkerPool(1)
    except Exception:
        raise RuntimeError('no pool')
`),
    ).toEqual(['BREAK005:4']);
  });
});
