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

function breakagesOf(source: string, path = 'app/use.py'): string[] {
  return auditSources(openTexts({ ...base, [path]: source }), manifest, { breakages: true })
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

  it('BREAK001: not a step left to heirs, an import of the class body, or what a fixture gives', () => {
    const findings = auditSources(
      openTexts({
        ...base,
        'app/steps.py': `
class Template:
    from app.walk import walk
    def run(self):
        self.walk()
        self.step()
        self.mixed()
        self.nowhere()
class Middle(Template): pass
class Other:
    def mixed(self): pass
class Last(Middle, Other):
    def step(self): pass
`,
        'app/walk.py': 'def walk(self): pass\n',
        'tests/conftest.py': `
import pytest
@pytest.fixture(autouse=True)
def shortcuts(request):
    request.instance.shortcut = print
`,
        'tests/unit/test_steps.py': `
class TestSteps:
    def test_runs(self):
        self.shortcut()
        self.longcut()
`,
      }),
      manifest,
      { breakages: true },
    ).findings.filter((finding) => finding.rule === 'BREAK001');
    expect(findings.map(({ path, line, confidence }) => `${path}:${line} ${confidence}`)).toEqual([
      'app/steps.py:8 review',
      'tests/unit/test_steps.py:5 certain',
    ]);
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

  it('BREAK002: coroutines dropped in a list or gone over as they are, unlike those somebody may await', () => {
    expect(
      breakagesOf(`
from app.pool import open_pool
def dropped():
    [open_pool(1)]
def shown():
    for each in [open_pool(1), open_pool(2)]:
        print(each)
def used():
    for each in (open_pool(1), open_pool(2)):
        each.hire_worker('a', 'b')
def asked():
    while not open_pool(1): pass
def kept():
    pools = [open_pool(1), open_pool(2)]
    return pools[0].size
async def awaited():
    for each in [open_pool(1), open_pool(2)]:
        await each
    for each in [open_pool(size) for size in range(3)]:
        jobs.append(each)
def handed_on():
    pool = open_pool(1)
    pools = [open_pool(2), open_pool(3)]
    start(*pools)
    return pool
class Desk:
    def __init__(self): self.opening = open_pool(1)
    async def hire(self): return await self.opening
`),
    ).toEqual([
      'BREAK002:4',
      'BREAK002:6',
      'BREAK002:6',
      'BREAK002:9',
      'BREAK002:9',
      'BREAK002:12',
      'BREAK002:14 ?',
      'BREAK002:14 ?',
    ]);
  });

  it('BREAK002: an asynchronous generator is gone over, not awaited', () => {
    expect(
      breakagesOf(
        `
from app.pool import WorkerPool, open_pool
async def each_pool():
    yield WorkerPool(1)
async def use():
    async for pool in each_pool(): pool.fire_worker('a')
    return [pool async for pool in each_pool()]
async def wrong():
    open_pool(1).fire_worker('a')
`,
      ),
    ).toEqual(['BREAK002:9']);
  });

  it('BREAK002, SSOT010: a promise may be chained, given up on purpose, or gone over', () => {
    const roles = [
      { id: 'pool', lang: 'ts' as const, canonical: 'web/pool.ts:WorkerPool' },
      { id: 'opening', lang: 'ts' as const, canonical: 'web/pool.ts:openPool', factoryOf: 'pool' },
    ];
    const files = {
      'web/pool.ts': `
export class WorkerPool { hire(name: string) { return name; } fire(name: string) { return name; } }
export async function openPool() { return new WorkerPool(); }
`,
      'web/use.ts': `
import { openPool } from './pool.ts';
export function chained() { return openPool().then((pool) => pool.hire('a')); }
export function caught() { openPool().catch(() => {}); }
export function given() { void openPool(); }
export async function over() { for (const pool of [openPool(), openPool()]) (await pool).hire('b'); }
export async function waits() { for await (const pool of [openPool(), openPool()]) pool.hire('b'); }
export function later() { const opening = openPool(); opening.then((pool) => pool.hire('b')); }
export async function wrong() { const pool = openPool(); pool.hire('c'); }
export function wrongOver() { for (const pool of [openPool()]) pool.hire('d'); }
`,
    };
    const { findings } = auditSources(openTexts(files), AuditManifestSchema.parse({ roles }), {
      breakages: true,
    });
    expect(
      findings
        .filter(({ rule }) => /^(BREAK|SSOT010|SSOT014)/.test(rule))
        .map(({ rule, line }) => `${rule}:${line}`),
    ).toEqual(['BREAK002:9', 'BREAK002:10']);
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

  it('BREAK003: knows positions behind an array taken apart, receivers of metaclasses, and functions that turn things round', () => {
    expect(
      breakagesOf(
        `
export const draw = ([x, y]: Point, zoom: number, pointerType: string, omitted: string) => x;
export const use = (zoom: number, pointerType: string, omitted: string) => {
  draw([1, 2], zoom, pointerType, omitted);
  return [1].map(() => draw([1, 2], zoom, omitted, pointerType));
};
function match(this: Router, method: string, path: string) { return path; }
export const found = (method: string, path: string) => match(method, path);
const create = (gained: string, dropped: string, changed: string) => changed;
export const inverse = (gained: string, dropped: string, changed: string) =>
  create(dropped, gained, changed);
`,
        'web/use.ts',
      ),
    ).toEqual(['BREAK003:5', 'BREAK003:11 ?']);
    expect(
      breakagesOf(`
class Meta(type):
    def __new__(metacls, class_name, bases, members):
        return metacls.find_new(class_name, bases, members)
    @classmethod
    def find_new(mcls, class_name, bases, members): return members
`),
    ).toEqual([]);
  });

  it('BREAK003: takes a plain name in a method for the function, never for the method of that name', () => {
    const use = 'draw_field(sheet, field_name, model_name)';
    expect(
      breakagesOf(`
class Page:
    def draw_field(self, sheet, model_name, field_name):
        ${use}
def draw_field(sheet, field_name, model_name): pass
`),
    ).toEqual([]);
    expect(
      breakagesOf(`
class Page:
    def draw_field(self, sheet, model_name, field_name):
        self.${use}
`),
    ).toEqual(['BREAK003:4 ?']);
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
def gives_up():
    try:
        return WorkerPool(1)
    except Exception:
        return None
def tells():
    try:
        return WorkerPool(1)
    except Exception as error:
        return {'failed': str(error)}
def logs():
    try:
        return WorkerPool(1)
    except Exception:
        logging.warning('no pool')
        return OldPool()
def kept(spare):
    try:
        pool = WorkerPool(1)
    except Exception:
        pool = spare
    return pool
`),
    ).toEqual(['BREAK005:4', 'BREAK005:24 ?', 'BREAK005:30']);
  });
});
