import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { goldenPath } from '../probe/journeys/golden-path.ts';
import { walk } from '../probe/walk.ts';
import { demoUsers } from './demo-users.ts';
import type { Profile } from './profile.ts';
import { agUi } from './profiles/ag-ui.ts';
import { findProfile } from './profiles/profile-table.ts';
import { refuseMisfit } from './refuse-misfit.ts';

/** A server that answers every message with the same frames, or with 404 where there are none. */
async function misfitOf(
  profile: string | Profile,
  frames: readonly object[],
  leaves = false,
): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    if (leaves) request.socket.resetAndDestroy();
    if (frames.length === 0) {
      response.writeHead(404).end('no such route');
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.end(frames.map((frame) => `data: ${JSON.stringify(frame)}\n\n`).join(''));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const target = {
    name: 'foreign',
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    profile: typeof profile === 'string' ? findProfile(profile) : profile,
    users: demoUsers(),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
  const history = await walk(target, goldenPath, { users: 1, seed: 'misfit', lingerMs: 10 });
  try {
    refuseMisfit(history, target);
    return 'it fits';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const agUiRun = [
  { type: 'RUN_STARTED', threadId: 't', runId: 'r' },
  { type: 'TEXT_MESSAGE_CONTENT', messageId: 'm', delta: 'hello' },
  { type: 'RUN_FINISHED', threadId: 't', runId: 'r' },
];

test('the first frame that does not fit is named and shown, with the mapping that is missing', async () => {
  const said = await misfitOf('ag-ui', [{ type: 'hello_there', text: 'hi' }]);
  expect(said).toContain('profile "ag-ui" does not fit http://127.0.0.1:');
  expect(said).toMatch(/first frame that did not fit is record \d+/);
  expect(said).toContain('{"type":"hello_there","text":"hi"}');
  expect(said).toContain('RUN_STARTED');
  expect(said).toContain(`{ when: "hello_there", say: 'progress_update' }`);
});

test('a frame without a name asks for the path of the name', async () => {
  expect(await misfitOf('ag-ui', [{ kind: 'x' }])).toContain('missing: frames.name');
});

test('a wrong profile is told which one would fit', async () => {
  const said = await misfitOf('a2a', agUiRun);
  expect(said).toContain('the right profile: 6 of 6 frames fit "ag-ui" (--profile ag-ui)');
});

test('a refusal says with what, and what was sent', async () => {
  const said = await misfitOf('ag-ui', []);
  expect(said).toContain('answered 404 no such route');
  expect(said).toContain('sent: {"threadId"');
});

test('a WebSocket profile before a server without one is told so, before any message was sent', async () => {
  const said = await misfitOf('openai-realtime', []);
  expect(said).toContain('no connection came about, it was answered 404 no such route');
  expect(said).toContain('missing: the right path (give it in the URL), or a profile whose');
});

test('a server that closes every connection is nobody to judge, and may want TLS', async () => {
  const said = await misfitOf('ag-ui', agUiRun, true);
  expect(said).toMatch(/closes the connection without a word; write https:.* \(ECONNRESET\)/);
});

test('a profile that fits is left alone', async () => {
  expect(await misfitOf('ag-ui', agUiRun)).toBe('it fits');
});

const lostStart = agUiRun.slice(1);
const renamedStart = [{ type: 'RUN_BEGUN', threadId: 't', runId: 'r' }, ...lostStart];
const own = findProfile('mine', { mine: agUi });

test('a profile of the configuration without the rule for a required kind is doubted, not the target', async () => {
  const said = await misfitOf(own, renamedStart);
  expect(said).toContain('or the target never says agent_started');
  expect(said).toMatch(
    /\d+ frames were matched by no rule, first: record \d+ \{"type":"RUN_BEGUN"/,
  );
  expect(said).toContain(`{ when: "RUN_BEGUN", say: 'agent_started' }`);
});

test('a target that loses a required kind is judged: no frame came that no rule knew', async () => {
  expect(await misfitOf(own, lostStart)).toBe('it fits');
});

test('a built-in profile is proven, so that a renamed frame is the fault of the target', async () => {
  expect(await misfitOf('ag-ui', renamedStart)).toBe('it fits');
});
