import { journeyTable, observe, unmet } from 'golden-path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { hasPrograms } from './has-programs.ts';
import { openDoors, type Doors } from './open-doors.ts';
import { outliveToken } from './outlive-token.ts';
import { readAftermath } from './read-aftermath.ts';
import { startStack, type StartedStack } from './start-stack.ts';
import { steadfast } from './steadfast.ts';

const idleMs = 5_000;
const tokenSeconds = 15;

/** Journeys that are about who may come in. */
const guarded = journeyTable.filter(({ exercises }) =>
  exercises.some((id) => id.startsWith('AUTH-')),
);

/** A credential that is good opens no connection, though it opens another one. */
const shutDoor = ['WIRE-UPGRADE', 'AUTH-WAYS'];

function bearer(token: string): string[] {
  return ['golden-path.v1', `bearer.${token}`];
}

describe.runIf(hasPrograms())('behind a proxy that is short of patience', () => {
  let stack: StartedStack;
  beforeAll(async () => {
    stack = await startStack('--idle', `${idleMs} ms`);
  });
  afterAll(() => stack.close());

  it('a silent connection is ended, which is told as such, and no event is lost', async () => {
    const observation = await observe(
      stack.target,
      steadfast({
        name: 'idle',
        title: 'wait longer than the proxy does',
        workMs: 3 * idleMs,
        disturb: () => Promise.resolve(),
      }),
    );
    const { red, ends } = readAftermath(observation);
    expect(red).toEqual(['WIRE-CLOSE']);
    expect(new Set(ends)).toEqual(new Set(['agent_completed']));
    const { history, checks } = observation;
    const causes = history.records.flatMap((one) => (one.type === 'close' ? [one.cause] : []));
    expect(causes).toContain('fin');
    // Nobody says why, and nobody had to find out by silence: what else the line tells is a matter of chance.
    expect(causes.filter((cause) => cause === 'close-frame' || cause === 'silence')).toEqual([]);
    const witness = checks.find(({ id }) => id === 'WIRE-CLOSE')?.witnesses[0];
    expect(witness?.however).toContain('ended it in record');
    expect(
      unmet(checks, ['RES-GAP', 'RES-ORDER', 'RES-REPLAY-EQ', 'ORD-SEQ-GAP', 'LIFE-TERM']),
    ).toEqual([]);
  });
});

describe.runIf(hasPrograms())('behind a proxy that strips Authorization from upgrades', () => {
  let stack: StartedStack;
  let doors: Doors;
  beforeAll(async () => {
    stack = await startStack('--strip', 'authorization');
    doors = openDoors(stack);
  });
  afterAll(() => stack.close());

  it('whoever relies on it stays outside; the token as subprotocol and a ticket open', async () => {
    const { token, ticket } = await doors.login();
    await expect(doors.knock({ headers: { authorization: `Bearer ${token}` } })).resolves.toBe(401);
    const established = 'connection_established';
    await expect(doors.knock({ protocols: bearer(token) })).resolves.toBe(established);
    await expect(doors.knock({ query: `?ticket=${ticket}` })).resolves.toBe(established);
  });

  it.each(guarded)('the verdict: $journey.title', async ({ journey, exercises }) => {
    const observation = await observe(stack.target, journey, { firstUser: 8 });
    // One of three doors is shut, and that is what is told; whoever came in by another one misses nothing.
    const knocksThere = exercises.includes('AUTH-WAYS');
    expect(readAftermath(observation).red).toEqual(knocksThere ? shutDoor : []);
    const others = exercises.filter((id) => id !== 'AUTH-WAYS');
    expect(unmet(observation.checks, others)).toEqual([]);
  });
});

describe.runIf(hasPrograms())('behind a proxy that strips the subprotocol', () => {
  it('a ticket is what opens', async () => {
    const stack = await startStack('--strip', 'sec-websocket-protocol');
    onTestFinished(() => stack.close());
    const doors = openDoors(stack);
    const { token, ticket } = await doors.login();
    await expect(doors.knock({ protocols: bearer(token) })).resolves.toBe(401);
    const query = `?ticket=${ticket}`;
    await expect(doors.knock({ query })).resolves.toBe('connection_established');
  });
});

describe.runIf(hasPrograms())('behind a proxy, with tokens that soon run out', () => {
  let stack: StartedStack;
  let doors: Doors;
  beforeAll(async () => {
    stack = await startStack('--token-life', `${tokenSeconds} s`);
    doors = openDoors(stack);
  });
  afterAll(() => stack.close());

  it('a page of this address may open a socket, a page of another may not', async () => {
    const { token } = await doors.login();
    const knockFrom = (origin: string) =>
      doors.knock({ protocols: bearer(token), headers: { origin } });
    await expect(knockFrom(stack.url)).resolves.toBe('connection_established');
    await expect(knockFrom('https://elsewhere.example.test')).resolves.toBe(403);
  });

  it('a ticket is good once, whichever node issued it and whichever gets the socket', async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      const { ticket } = await doors.login();
      // An odd number of requests from one ticket to the next: each node gets what the other one issued.
      const query = `?ticket=${ticket}`;
      await expect(doors.knock({ query })).resolves.toBe('connection_established');
      await expect(doors.knock({ query })).resolves.toBe(401);
      await stack.request('/healthz');
    }
  });

  it.each(guarded)('$journey.title', async ({ journey, exercises }) => {
    const { checks } = await observe(stack.target, journey, { firstUser: 8 });
    expect(unmet(checks, exercises)).toEqual([]);
  });

  it('a token that runs out in the middle of a run keeps nobody from the rest of it', async () => {
    const observation = await observe(stack.target, outliveToken((tokenSeconds + 1) * 1000));
    expect(readAftermath(observation)).toEqual({
      red: [],
      ends: ['agent_completed', 'agent_completed'],
    });
    const needed = ['AUTH-DENY', 'RES-ORDER', 'RES-REPLAY-EQ', 'LIFE-TERM', 'ISO-CANARY'];
    expect(unmet(observation.checks, needed)).toEqual([]);
  });
});
