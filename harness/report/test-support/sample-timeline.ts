import type { Timeline } from '../../contract/timeline.ts';
import type { Witness } from '../../contract/witness.ts';

type Lane = Timeline['lanes'][number];
type Mark = Lane['marks'][number];

/** What an attacker or a careless tool may write into a frame. */
const hostileText = '</script><b>GPC-8f3a19</b> \u001b[31m\u202e ünïcode 漢字';

/** One user's walk: connect, chat, a tool, a dropped connection in the middle, the replay, the end. */
function lane(user: number, journey: 'healthy' | 'broken'): Lane {
  const start = (user - 1) * 37;
  const own = { run: `r-${String(user)}` };
  const tool = { ...own, call: `call-${String(user)}`, tool: 'slow_tool' };
  const leak = journey === 'broken' && user === 2 ? { result: hostileText } : {};
  const marks: Mark[] = [];
  const add = (after: number, kind: string, more: Partial<Mark> = {}): void => {
    const n = user * 100 + marks.length;
    const frame = { type: kind, run_id: more.run, ...(kind === 'tool_completed' ? leak : {}) };
    const raw = JSON.stringify(frame);
    marks.push({ n, at: start + after, kind, direction: 'received', raw, ...more });
  };
  add(0, 'open', { raw: 'accepted' });
  add(6, 'connection_established');
  add(12, 'chat_message', { direction: 'sent' });
  add(18, 'message_accepted');
  add(21, 'agent_started', own);
  add(33, 'agent_thinking', own);
  add(64, 'tool_executing', tool);
  if (journey === 'healthy' || user !== 1) {
    add(131, 'tool_completed', { ...tool, outcome: user === 3 ? 'failed' : 'completed' });
    add(140, 'tool_executing', { ...tool, replay: true });
    add(143, 'tool_completed', { ...tool, outcome: 'completed', replay: true });
  }
  add(152, 'message_delta', own);
  add(166, 'message_delta', own);
  add(180, 'agent_completed', own);
  if (journey === 'broken' && user === 2) add(221, 'progress_update', own);
  return { connection: `c-${String(user)}`, user: `user-${String(user)}@example.test`, marks };
}

const about = { history: 'histories/interleave.ndjson', journey: 'interleave', omitted: 0 };

/** Three users at once, as the page draws them. */
export const sampleTimeline: Timeline = {
  ...about,
  lanes: [1, 2, 3].map((user) => lane(user, 'healthy')),
};

/** The same against a platform that loses a completion, leaks a secret and talks after the end. */
export const brokenTimeline: Timeline = {
  ...about,
  lanes: [1, 2, 3].map((user) => lane(user, 'broken')),
};

/** The raw record that a witness of the broken timeline would carry. */
export function recordOf(connection: string, kind: string): Witness['raw'][number] {
  const marks = brokenTimeline.lanes.find((one) => one.connection === connection)?.marks ?? [];
  const mark = marks.find((one) => one.kind === kind);
  if (mark === undefined) throw new Error(`the sample has no ${kind} on ${connection}`);
  return { n: mark.n, connection, at: mark.at, text: mark.raw };
}

const cycle = [
  'agent_started',
  'tool_executing',
  'tool_completed',
  'message_delta',
  'agent_completed',
];

/** A load run: `count` events, round robin over a few connections, one every tenth of a millisecond. */
export function longTimeline(count: number, laneCount: number): Timeline {
  const lanes = Array.from({ length: laneCount }, (_, index): Lane => {
    return { connection: `c-${String(index)}`, user: `user-${String(index)}`, marks: [] };
  });
  for (let n = 0; n < count; n += 1) {
    const turn = Math.floor(n / laneCount);
    const kind = cycle[turn % cycle.length] ?? '';
    const call = `call-${String(Math.floor(turn / cycle.length))}`;
    const raw = JSON.stringify({ type: kind, seq: turn });
    lanes[n % laneCount]?.marks.push({ n, at: n / 10, kind, call, direction: 'received', raw });
  }
  return { ...about, journey: 'load', lanes };
}
