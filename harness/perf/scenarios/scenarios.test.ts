import { describe, expect, it, onTestFinished } from 'vitest';
import type { Measurement } from '../../contract/measurement.ts';
import { openReferenceApart, type ApartTarget } from '../load/open-apart.ts';
import { openEmbeddedTarget } from '../../targets/embedded.ts';
import type { Target } from '../../targets/target.ts';
import { measureDelivery } from './measure-delivery.ts';
import { measureEndpoints } from './measure-endpoints.ts';
import { measureReconnect } from './measure-reconnect.ts';
import { measureSessionMemory } from './measure-session-memory.ts';

async function apart(users: number): Promise<ApartTarget> {
  const target = await openReferenceApart(users);
  onTestFinished(() => target[Symbol.asyncDispose]());
  return target;
}

/** As a crowded machine has it: the second connection counts as open only when the end of the run has come over it. */
function untilTheEndCame(target: Target): Target {
  const { transport } = target.profile;
  let connections = 0;
  const connect: typeof transport.connect = async (url, credentials, listener, deadlines) => {
    connections += 1;
    const back = connections > 1;
    const end = Promise.withResolvers<void>();
    const frame: typeof listener.frame = (content, passage) => {
      listener.frame(content, passage);
      if (String(content).includes('"agent_completed"')) end.resolve();
    };
    const listening = { ...listener, frame };
    const opened = await transport.connect(url, credentials, listening, deadlines);
    if (back) await end.promise;
    return opened;
  };
  return { ...target, profile: { ...target.profile, transport: { ...transport, connect } } };
}

/**
 * Its process is ended once it has said `words`, and nothing behind them is heard, so that what was asked of it has no end. Nobody is
 * told before the process is gone: while it goes, it still listens.
 */
async function goneOnce(words: string): Promise<Target> {
  const target = await apart(2);
  const { transport } = target.profile;
  let gone: Promise<void> | undefined;
  const connect: typeof transport.connect = (url, credentials, listener, deadlines) => {
    const frame: typeof listener.frame = (content, passage) => {
      if (gone !== undefined) return;
      listener.frame(content, passage);
      if (String(content).includes(words)) gone = Promise.resolve(target[Symbol.asyncDispose]());
    };
    const closed: typeof listener.closed = (ending) => {
      if (gone === undefined) listener.closed(ending);
      else void gone.then(() => listener.closed(ending));
    };
    return transport.connect(url, credentials, { ...listener, frame, closed }, deadlines);
  };
  return { ...target, profile: { ...target.profile, transport: { ...transport, connect } } };
}

describe('measureReconnect', () => {
  it('measures how long a dropped client waits until it has missed nothing', async () => {
    const target = await apart(4);
    const measurements = await measureReconnect(target, { seed: 'drop', sessions: 4, rounds: 2 });
    expect(measurements.at(-1)).toMatchObject({ id: 'reconnect.failed', verdict: 'pass', n: 8 });
    expect(measurements[0]).toMatchObject({ id: 'reconnect.p50', n: 8 });
  });

  it('takes an end that came before the client could ask for the rest', async () => {
    const target = await apart(1);
    const measurements = await measureReconnect(untilTheEndCame(target), {
      seed: 'late',
      sessions: 1,
      rounds: 1,
    });
    expect(measurements.at(-1)).toMatchObject({ id: 'reconnect.failed', verdict: 'pass', n: 1 });
  });

  it('fails on a target whose replay has a gap', async () => {
    const target = await openEmbeddedTarget({ mutants: ['resume-loses-gap'] });
    onTestFinished(() => target[Symbol.asyncDispose]());
    const measurements = await measureReconnect(target, { seed: 'gap', sessions: 2, rounds: 1 });
    expect(measurements.at(-1)).toMatchObject({ id: 'reconnect.failed', verdict: 'fail' });
  });

  it('knows nothing of a target that went away while clients came back', async () => {
    const target = await goneOnce('"replay":true');
    const measurements = await measureReconnect(target, { seed: 'gone', sessions: 1, rounds: 1 });
    expect(new Set(measurements.map(({ verdict }) => verdict))).toEqual(new Set(['unknown']));
    expect(measurements.at(-1)?.reason).toMatch(/^the target went away: nothing listens at http/);
  });

  it('asks a target that takes one wish at a time for one, and one without a slow tool for none', async () => {
    const target = await apart(1);
    const { profile } = target;
    const { intents } = profile;
    const asked = (phrase: typeof intents.phrase): Promise<Measurement[]> =>
      measureReconnect(
        { ...target, profile: { ...profile, intents: { ...intents, phrase } } },
        { seed: 'one', sessions: 1, rounds: 1 },
      );
    const one = await asked((wishes) => (wishes.length === 1 ? intents.phrase(wishes) : undefined));
    expect(one.at(-1)).toMatchObject({ id: 'reconnect.failed', verdict: 'pass', n: 1 });
    expect(await asked(() => undefined)).toMatchObject([
      { verdict: 'not-applicable', reason: 'the target cannot be asked for work that lasts' },
    ]);
  });

  it('does not ask a target for what it never promised', async () => {
    const target = await apart(1);
    const { profile } = target;
    const promises = { ...profile.promises, capabilities: [] };
    const measurements = await measureReconnect(
      { ...target, profile: { ...profile, promises } },
      { seed: 'none' },
    );
    expect(measurements.map(({ verdict }) => verdict)).toEqual(['not-applicable']);
  });
});

describe('measureDelivery', () => {
  it('knows nothing of a target that went away in the middle of an answer, and keeps what it saw', async () => {
    const target = await goneOnce('"message_delta"');
    const measurements = await measureDelivery(target, { seed: 'gone', sessions: 2, answers: 1 });
    expect(measurements.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['delivery.events', 'unknown'],
      ['delivery.unfinished', 'unknown'],
    ]);
    expect(measurements[0]?.n).toBeGreaterThan(0);
  });
});

describe('measureSessionMemory', () => {
  // The heap of a server drifts by itself, at worst by as much as two hundred sessions take: not three times running.
  it('finds what an idle session costs the target, against a limit', { retry: 2 }, async () => {
    const target = await apart(40);
    const options = { sessions: 200, seed: 'idle' };
    const [heap, rss] = await measureSessionMemory(target, { ...options, limit: 200 * 1024 });
    expect(heap).toMatchObject({ id: 'memory.session-heap', verdict: 'pass', n: 200 });
    expect(rss?.verdict).toBe('not-applicable');
    const [tight] = await measureSessionMemory(target, { ...options, seed: 'tight', limit: 10 });
    expect(tight?.verdict).toBe('fail');
  });
});

describe('measureEndpoints', () => {
  it('puts every endpoint of the reference wire under load, logged in', async () => {
    const target = await apart(1);
    const measurements = await measureEndpoints(target, { requests: 30, connections: 3 });
    const errors = measurements.filter(({ id }) => id.endsWith('.errors'));
    expect(errors.map(({ id, verdict, n }) => [id, verdict, n])).toEqual([
      ['http.login.errors', 'pass', 30],
      ['http.ticket.errors', 'pass', 30],
      ['http.threads.errors', 'pass', 30],
    ]);
  });
});
