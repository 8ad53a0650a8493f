import { packMarks } from '../../contract/pack-marks.ts';
import type { Mark } from '../../contract/mark.ts';
import { pack } from '../../contract/pack.ts';
import type { Timeline } from '../../contract/timeline.ts';
import type { Witness } from '../../contract/witness.ts';

/** A mark with the frame it was made of. */
type Drawn = Mark & { readonly raw: string };

/** What an attacker or a careless tool may write into a frame. */
const hostileText = '</script><b>GPC-8f3a19</b> \u001b[31m\u202e ünïcode 漢字';

/** One user's walk: connect, chat, a tool, a dropped connection in the middle, the replay, the end. */
function walkOf(user: number, journey: 'healthy' | 'broken'): Drawn[] {
  const lane = user - 1;
  const own = { run: `r-${String(user)}` };
  const tool = { ...own, call: `call-${String(user)}`, tool: 'slow_tool' };
  const leak = journey === 'broken' && user === 2 ? { result: hostileText } : {};
  const marks: Drawn[] = [];
  const add = (after: number, kind: string, more: Partial<Drawn> = {}): void => {
    const n = user * 100 + marks.length;
    const frame = { type: kind, run_id: more.run, ...(kind === 'tool_completed' ? leak : {}) };
    const raw = JSON.stringify(frame);
    marks.push({ lane, n, at: lane * 37 + after, kind, direction: 'received', raw, ...more });
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
  return marks;
}

const users = [1, 2, 3];
const healthyMarks = users.flatMap((user) => walkOf(user, 'healthy'));
const brokenMarks = users.flatMap((user) => walkOf(user, 'broken'));

const accused: readonly (readonly [connection: string, kind: string])[] = [
  ['c-1', 'tool_executing'],
  ['c-2', 'tool_completed'],
  ['c-2', 'agent_completed'],
  ['c-2', 'progress_update'],
];

/** Three users at once, as the page draws them. */
export const sampleTimeline: Timeline = timelineOf(healthyMarks, []);

/** The same against a platform that loses a completion, leaks a secret and talks after the end. */
export const brokenTimeline: Timeline = timelineOf(
  brokenMarks,
  accused.map(([connection, kind]) => indexOf(connection, kind)),
);

/** The raw record that a witness of the broken timeline would carry. */
export function recordOf(connection: string, kind: string): Witness['raw'][number] {
  const { n, at, raw } = brokenMarks[indexOf(connection, kind)] ?? { n: 0, at: 0, raw: '' };
  return { n, connection, at, text: raw };
}

function indexOf(connection: string, kind: string): number {
  const index = brokenMarks.findIndex(
    (mark) => `c-${String(mark.lane + 1)}` === connection && mark.kind === kind,
  );
  if (index === -1) throw new Error(`the sample has no ${kind} on ${connection}`);
  return index;
}

function timelineOf(marks: readonly Drawn[], named: readonly number[]): Timeline {
  const connectionOf = (lane: number): string => `c-${String(lane + 1)}`;
  return {
    history: 'histories/interleave.ndjson',
    journey: 'interleave',
    lanes: users.map((user) => ({
      connection: connectionOf(user - 1),
      user: `user-${String(user)}@example.test`,
    })),
    count: marks.length,
    marks: packMarks(marks),
    frames: [{ first: 0, packed: pack(marks.map(({ raw }) => raw)) }],
    frameless: 0,
    omitted: 0,
    witnesses: named.flatMap((mark) => {
      const { lane, n, at } = marks[mark] ?? { lane: 0, n: 0, at: 0 };
      return [{ mark, connection: connectionOf(lane), n, at }];
    }),
  };
}
