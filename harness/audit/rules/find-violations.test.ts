import { describe, expect, it } from 'vitest';
import { AuditManifestSchema, type AuditManifestInput } from '../../contract/audit-manifest.ts';
import { auditSources } from '../audit-tree.ts';
import { openTexts } from '../source/source-set.ts';
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
const roles: AuditManifestInput['roles'] = [
  { id: 'queue', lang: 'py', canonical: 'shop.queue:JobQueue' },
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

  it('SSOT009: the same name defined elsewhere', () => {
    expect(
      findingsOf({ 'shop/other.py': 'class JobQueue:\n    def unrelated(self): pass\n' }),
    ).toContain('SSOT009 shop/other.py:1 JobQueue');
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
