import { describe, expect, it } from 'vitest';
import { AuditManifestSchema, type AuditManifestInput } from '../../contract/audit-manifest.ts';
import { auditSources } from '../audit-tree.ts';
import { openTexts } from '../source/source-set.ts';
import { identify } from './identity.ts';
import { findWeakenedManifest } from './weakened-manifest.ts';

const queue = `
class JobQueue:
    def __init__(self, name, *, limit=10):
        self.name = name
    def enqueue_job(self, job, priority): return job
    def cancel_job(self, job_id): return job_id
    def pending_jobs(self): return []
`;
const base = {
  'shop/__init__.py': '',
  'shop/queue.py': queue,
  'shop/factory.py': `
from shop.queue import JobQueue
def create_job_queue(name):
    return JobQueue(name)
`,
};
const second = `
class FastJobQueue:
    def enqueue_job(self, job, priority): return [job]
    def cancel_job(self, job_id): return [job_id]
    def pending_jobs(self): return [1]
    def drain(self): return self.pending_jobs()
`;
const onlyQueue = { id: 'queue', lang: 'py' as const, canonical: 'shop.queue:JobQueue' };
const roles: AuditManifestInput['roles'] = [
  onlyQueue,
  { id: 'factory', lang: 'py', canonical: 'shop/factory.py:create_job_queue', factoryOf: 'queue' },
];

function findingsOf(files: Record<string, string>, extra: AuditManifestInput = {}): string[] {
  const manifest = AuditManifestSchema.parse({ roles, ...extra });
  return auditSources(openTexts({ ...base, ...files }), manifest).findings.map(
    ({ rule, path, line, symbol, confidence }) =>
      `${rule} ${path}:${line} ${symbol}${confidence === 'review' ? ' (review)' : ''}`,
  );
}

describe('the rules', () => {
  it('find nothing in a tree with one of each', () => {
    expect(findingsOf({})).toEqual([]);
  });

  it('SSOT001, SSOT002, SSOT003: a nested implementation, its factory, and an import of it', () => {
    const findings = findingsOf({
      'shop/fast.py': second,
      'shop/chain.py': `
from contextlib import asynccontextmanager
def first():
    from shop.fast import FastJobQueue as Q
    queue = Q()
    return queue
async def second():
    made = first()
    return made
@asynccontextmanager
async def scoped():
    async with second() as queue:
        yield queue
def outer():
    class InnerJobQueue:
        def enqueue_job(self, job, priority): return 1
        def cancel_job(self, job_id): return 2
        def pending_jobs(self): return 3
    return InnerJobQueue
`,
    });
    expect(findings).toEqual([
      'SSOT001 shop/chain.py:15 outer.InnerJobQueue',
      'SSOT001 shop/fast.py:2 FastJobQueue',
      'SSOT002 shop/chain.py:3 first',
      'SSOT002 shop/chain.py:7 second',
      'SSOT002 shop/chain.py:11 scoped',
      'SSOT003 shop/chain.py:4 first.Q',
    ]);
  });

  it('SSOT004: an import through another module, unless the manifest accepts it', () => {
    const files = {
      'shop/api.py': 'from .queue import JobQueue\n__all__ = ["JobQueue"]\n',
      'shop/user.py': 'from shop.api import JobQueue as Q\n',
    };
    expect(findingsOf(files)).toEqual(['SSOT004 shop/user.py:1 Q']);
    const [queueRole, factoryRole] = roles ?? [];
    if (queueRole === undefined || factoryRole === undefined) throw new Error('two roles');
    const accepting = { roles: [{ ...queueRole, aliases: ['shop.api'] }, factoryRole] };
    expect(findingsOf(files, accepting)).toEqual([]);
  });

  it('SSOT003: a whole module, of a package without a file of its own as well', () => {
    const use = 'jobs = store.fast.FastJobQueue()\n';
    const findings = findingsOf({
      'store/fast.py': second,
      'app/one.py': `import store.fast\n${use}`,
      'app/two.py': `import store\n${use}`,
      'app/three.py': 'import store.slow\nimport store.gone\njobs = store.slow.FastJobQueue()\n',
    });
    expect(findings.filter((each) => each.startsWith('SSOT003'))).toEqual([
      'SSOT003 app/one.py:1 store',
    ]);
  });

  it('SSOT005: modules and names that do not exist, guarded ones for review', () => {
    expect(
      findingsOf({
        'shop/user.py': `
import os, json.decoder, numpy
from shop.queue import JobQueu
from .nothing import thing
from shop import queue, factory
try:
    from shop.gone import x
except ImportError:
    x = None
def __getattr__(name): return name
`,
        'shop/lazy.py': 'from shop.user import whatever\nfrom shop.queue import *\n',
      }),
    ).toEqual([
      'SSOT005 shop/user.py:3 ',
      'SSOT005 shop/user.py:4 ',
      'SSOT005 shop/user.py:7  (review)',
    ]);
  });

  it('SSOT005: a module that does not exist is missing once, whatever is taken from it', () => {
    const findings = findingsOf({
      'shop/user.py': 'from shop.gone import a, b\nfrom shop.queue import c, d\n',
    });
    expect(findings).toEqual([
      'SSOT005 shop/user.py:1 ',
      'SSOT005 shop/user.py:2 ',
      'SSOT005 shop/user.py:2 ',
    ]);
  });

  it('SSOT005: is known by the first name it takes, as committed baselines have it', () => {
    const files = { ...base, 'shop/user.py': 'from shop.gone import a, b\n' };
    const { findings } = auditSources(openTexts(files), AuditManifestSchema.parse({ roles }));
    const place = { scope: 'production', path: 'shop/user.py', line: 1, symbol: '' };
    const [known] = identify([{ rule: 'SSOT005', ...place, target: 'shop.gone:a', message: '' }]);
    expect(findings.map(({ identity }) => identity)).toEqual([known?.identity]);
  });

  it('SSOT005: what a build would write is for a person to say', () => {
    const findings = findingsOf({
      'shop/built.py':
        'from shop.build.runner import run\nfrom shop.dist import pack\nfrom shop.gen import row\nfrom shop.generated import row\n',
      'shop/user.py': 'from shop._version import version\nfrom shop import queue_pb2\n',
      'web/use.ts':
        "import './generated/client';\nimport './generator';\nimport '../dist/page.js';\n",
      'web/page.template.tsx': "import { Page } from './Page';\n",
    });
    expect(findings).toEqual([
      'SSOT005 shop/built.py:1 ',
      'SSOT005 shop/built.py:2 ',
      'SSOT005 shop/built.py:3 ',
      'SSOT005 shop/built.py:4  (review)',
      'SSOT005 shop/user.py:1  (review)',
      'SSOT005 shop/user.py:2 ',
      'SSOT005 web/page.template.tsx:1  (review)',
      'SSOT005 web/use.ts:1  (review)',
      'SSOT005 web/use.ts:2 ',
      'SSOT005 web/use.ts:3  (review)',
    ]);
  });

  it('SSOT005: who takes a name through a missing module is not at fault', () => {
    const findings = findingsOf({
      'web/index.ts': "export * from './client';\nexport * as types from './types';\n",
      'web/use.ts': "import { Row, types } from './index';\nimport type { Page } from './page';\n",
    });
    expect(findings).toEqual([
      'SSOT005 web/index.ts:1 ',
      'SSOT005 web/index.ts:2 ',
      'SSOT005 web/use.ts:2  (review)',
    ]);
  });

  it('SSOT005: declarations give out what they say nothing about', () => {
    const findings = findingsOf({
      'web/rows.d.ts': 'declare interface Row { id: string }\n',
      'web/rows-of.ts': 'interface Row { id: string }\nexport const rows = 1;\n',
      'web/use.ts': "import { Row } from './rows';\nimport { Row as Other } from './rows-of';\n",
    });
    expect(findings).toEqual(['SSOT005 web/use.ts:2 ']);
  });

  it('SSOT005: an example called like a foreign package hides it from nobody', () => {
    const files = {
      'examples/pydantic/__init__.py': '',
      'src/store/__init__.py': '',
      'tests/test_store.py': 'from pydantic import BaseModel\nfrom store import gone\n',
    };
    expect(findingsOf(files)).toEqual(['SSOT005 tests/test_store.py:2 ']);
  });

  it('SSOT006: a patch target that names a competitor', () => {
    expect(
      findingsOf({
        'shop/fast.py': second,
        'tests/test_fast.py': `
def test_patched():
    with patch('shop.fast.FastJobQueue'), patch("shop.queue.JobQueue"):
        assert run()
`,
      }).filter((finding) => finding.startsWith('SSOT006')),
    ).toEqual(['SSOT006 tests/test_fast.py:3 test_patched']);
  });

  it('SSOT007: a deprecated shim with a consumer', () => {
    expect(
      findingsOf({
        'shop/old.py': `
import warnings
def make_queue(name):
    warnings.warn('use create_job_queue', DeprecationWarning)
    from shop.factory import create_job_queue
    return create_job_queue(name)
`,
        'shop/user.py': 'from shop.old import make_queue\n',
      }),
    ).toEqual(['SSOT004 shop/user.py:1 make_queue', 'SSOT007 shop/user.py:1 make_queue']);
  });

  it('SSOT007: a class or module always warns; one argument or one name that does is no shim', () => {
    const warns = "warnings.warn('old', DeprecationWarning)";
    const findings = findingsOf({
      'shop/parts.py': `
import warnings
class Gone:
    def __init__(self): ${warns}
class Stays:
    def __init__(self, limit=None):
        if limit is not None:
            ${warns}
class ShopDeprecationWarning(DeprecationWarning): pass
def quiet():
    warnings.simplefilter('ignore', DeprecationWarning)
`,
      'shop/old/__init__.py': `import warnings\n${warns}\nfrom shop.old.part import thing\n`,
      'shop/old/part.py': 'def thing(): return 1\n',
      'shop/user.py': `
from shop.parts import Gone, Stays, ShopDeprecationWarning, quiet
from shop.old import thing
`,
      'web/types.ts': `
/** Options. */
export interface Options { /** @deprecated does nothing */ size: number }
/** @deprecated use Options */
export type Settings = Options;
/** @deprecated use draw */
export function paint() {}
`,
      'web/old.ts': "/** @deprecated use ./types */\nexport * from './types';\n",
      'web/use.ts': `
import { type Options, type Settings, paint } from './types';
import { draw } from './old';
`,
    });
    expect(findings.filter((finding) => finding.startsWith('SSOT007'))).toEqual([
      'SSOT007 shop/user.py:2 Gone',
      'SSOT007 shop/user.py:3 thing',
      'SSOT007 web/use.ts:2 paint',
      'SSOT007 web/use.ts:3 draw',
    ]);
  });

  it('SSOT007: a comment on one variable, or on one of many passed on, is about that one', () => {
    const old = '/** @deprecated */\n';
    const findings = findingsOf({
      'web/one.ts': `${old}const red = 1;\nexport const blue = red;\n`,
      'web/all.ts': `${old}export { blue } from './one';\nexport { green } from './green';\n`,
      'web/green.ts': 'export const green = 1;\n',
      'web/whole.ts': `${old}\nimport { blue } from './one';\nexport const same = blue;\n`,
      'web/passed.ts': `${old}export * from './green';\n`,
      'web/use.ts': `
import { blue } from './one';
import { green } from './all';
import { same } from './whole';
import { green as other } from './passed';
`,
    });
    expect(findings.filter((finding) => finding.startsWith('SSOT007'))).toEqual([
      'SSOT007 web/use.ts:4 same',
      'SSOT007 web/use.ts:5 other',
    ]);
  });

  it('SSOT005: what a module exports without a name of its own is there', () => {
    const exported = {
      'web/parts.ts': 'export enum Event { Open }\nexport const enum Kind { A }\n',
      'web/bag.ts': 'const a = 1;\nexport default { a };\n',
      'web/made.ts': "import { memo } from 'react';\nexport default memo(() => null);\n",
      'web/arrow.ts': 'export default (): number => 1;\n',
      'web/all.ts': "export * from './parts';\nexport { gone as left } from './parts';\n",
    };
    const findings = findingsOf({
      ...exported,
      'web/use.ts': `
import { Event, Kind, left, Nothing } from './all';
import bag from './bag';
import made from './made';
import arrow from './arrow';
import none from './parts';
`,
    });
    expect(findings.filter((finding) => finding.startsWith('SSOT005'))).toEqual([
      'SSOT005 web/use.ts:2 ',
      'SSOT005 web/use.ts:2 ',
      'SSOT005 web/use.ts:6 ',
    ]);
  });

  it('SSOT009: the same name defined elsewhere', () => {
    expect(
      findingsOf({ 'shop/other.py': 'class JobQueue:\n    def unrelated(self): pass\n' }),
    ).toContain('SSOT009 shop/other.py:1 JobQueue');
  });

  it('SSOT009: a method has no name to import, and functions of one name are many on purpose', () => {
    const factory = (canonical: string) => ({
      roles: [onlyQueue, { id: 'factory', lang: 'py' as const, canonical, factoryOf: 'queue' }],
    });
    const others = { 'shop/other.py': 'def create_job_queue(name): return name\n' };
    const collisions = (files: Record<string, string>, canonical: string) =>
      findingsOf(files, factory(canonical)).filter((finding) => finding.startsWith('SSOT009'));
    expect(collisions(others, 'shop/factory.py:create_job_queue')).toEqual([
      'SSOT009 shop/other.py:1 create_job_queue (review)',
    ]);
    const rival = { 'shop/other.py': base['shop/factory.py'] };
    expect(collisions(rival, 'shop/factory.py:create_job_queue')).toEqual([
      'SSOT009 shop/other.py:3 create_job_queue',
    ]);
    const maker =
      'from shop.queue import JobQueue\nclass Maker:\n    def create_job_queue(self): return JobQueue("a")\n';
    expect(
      collisions({ ...others, 'shop/maker.py': maker }, 'shop/maker.py:Maker.create_job_queue'),
    ).toEqual([]);
  });

  it('SSOT002: a class is no rival of its own method, and its named constructors are one way in', () => {
    const files = {
      'shop/maker.py': `
from shop.queue import JobQueue
class Maker:
    def first(self): return JobQueue('a')
    def second(self): return JobQueue('b')
`,
      'shop/fast.py': `${second}
    @classmethod
    def small(cls): return cls()
    @classmethod
    def large(cls): return cls()
`,
    };
    const extra: AuditManifestInput = {
      roles: [
        onlyQueue,
        {
          id: 'factory',
          lang: 'py',
          canonical: 'shop/maker.py:Maker.first',
          factoryOf: 'queue',
        },
      ],
    };
    expect(findingsOf(files, extra).filter((finding) => finding.startsWith('SSOT002'))).toEqual([
      'SSOT002 shop/factory.py:3 create_job_queue',
      'SSOT002 shop/fast.py:2 FastJobQueue',
    ]);
  });

  it('SSOT001: what a common base does, or a rival that is contained, makes no second rival', () => {
    const canonical = `
class Base:
    def enqueue_job(self, job, priority): return job
    def cancel_job(self, job_id): return job_id
    def pending_jobs(self): return []
class JobQueue(Base):
    def pending_jobs(self): return [1]
`;
    const files = {
      'shop/queue.py': canonical,
      'shop/sibling.py':
        'from shop.queue import Base\nclass Ledger(Base):\n    def pending_jobs(self): return [2]\n',
      'shop/fast.py': second,
      'shop/desk.py':
        'from shop.fast import FastJobQueue\nclass Desk(FastJobQueue):\n    def open_desk(self): return 1\n',
      'shop/record.py': 'class JobQueue:\n    def to_row(self): return 1\n',
      'tests/test_queue.py': `class TestJobQueue:\n    def test_pending_jobs(self): pass${second.slice(second.indexOf('\n', 1))}`,
    };
    expect(findingsOf(files).filter((finding) => finding.startsWith('SSOT001'))).toEqual([
      'SSOT001 shop/desk.py:2 Desk (review)',
      'SSOT001 shop/fast.py:2 FastJobQueue',
      'SSOT001 shop/record.py:1 JobQueue (review)',
    ]);
  });

  it('SSOT010: calls that must fail, through an alias', () => {
    expect(
      findingsOf({
        'shop/alias.py': 'from shop.queue import JobQueue\nQueue = JobQueue\n',
        'shop/user.py': `
from shop.alias import Queue
def run():
    Queue('a', limit=2)
    Queue('a', size=3)
    Queue('a', 2, 3)
    Queue.cancel_everything()
`,
      }).filter((finding) => finding.startsWith('SSOT010')),
    ).toEqual([
      'SSOT010 shop/user.py:5 run',
      'SSOT010 shop/user.py:6 run',
      'SSOT010 shop/user.py:7 run',
    ]);
  });

  it('SSOT011: a name that goes in a circle', () => {
    expect(
      findingsOf({
        'shop/a.py': 'from shop.b import Lost\n',
        'shop/b.py': 'from shop.c import Lost\n',
        'shop/c.py': 'from shop.a import Lost\n',
      }).filter((finding) => finding.startsWith('SSOT011')),
    ).toEqual(['SSOT011 shop/a.py:1 Lost']);
  });

  it('SSOT012: a mock in production, not one in tests', () => {
    const mock = second.replace('FastJobQueue', 'MockJobQueue');
    expect(findingsOf({ 'shop/mock.py': mock, 'tests/mock.py': mock })).toEqual([
      'SSOT012 shop/mock.py:2 MockJobQueue',
    ]);
  });

  it('SSOT014: a member consumers use and the canonical one lacks', () => {
    expect(
      findingsOf({
        'shop/fast.py': second,
        'shop/user.py': `
from shop.fast import FastJobQueue
def run(queue: FastJobQueue):
    queue.drain()
    queue.enqueue_job(1, 2)
`,
      }).filter((finding) => finding.startsWith('SSOT014')),
    ).toEqual(['SSOT014 shop/queue.py:2 JobQueue']);
  });

  it('SSOT014: not a field that the canonical one sets on itself', () => {
    expect(
      findingsOf({
        'shop/user.py': `
from shop.queue import JobQueue
def run():
    queue = JobQueue('a')
    return queue.name, queue.drained
`,
      }).filter((finding) => finding.startsWith('SSOT014')),
    ).toEqual(['SSOT014 shop/queue.py:2 JobQueue']);
  });

  it('SSOT008: an accepted facade that grew', () => {
    const [queueRole, factoryRole] = roles ?? [];
    if (queueRole === undefined || factoryRole === undefined) throw new Error('two roles');
    const allow = [
      {
        symbol: 'shop/fast.py:FastJobQueue',
        as: 'facade' as const,
        reason: 'kept for old callers',
      },
    ];
    expect(
      findingsOf({ 'shop/fast.py': second }, { roles: [{ ...queueRole, allow }, factoryRole] }),
    ).toEqual(['SSOT001 shop/fast.py:2 FastJobQueue', 'SSOT008 shop/fast.py:2 FastJobQueue']);
  });

  it('SSOT013: a manifest that allows more than before', () => {
    const before = AuditManifestSchema.parse({ roles });
    const [queueRole, factoryRole] = before.roles;
    if (queueRole === undefined || factoryRole === undefined) throw new Error('two roles');
    const after = { ...before, roles: [{ ...queueRole, threshold: 0.9 }] };
    expect(
      findWeakenedManifest(before, after, 'golden-path.config.ts').map((each) => each.target),
    ).toEqual(['threshold raised from 0.45 to 0.9: less counts as a member', 'the role is gone']);
    expect(findWeakenedManifest(before, before, 'golden-path.config.ts')).toEqual([]);
  });
});
