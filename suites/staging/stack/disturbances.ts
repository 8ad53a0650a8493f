import type { StartedStack } from './start-stack.ts';

export interface Disturbance {
  readonly title: string;
  /** How long a tool of everybody's run works meanwhile, in ms. */
  readonly workMs: number;
  /** Where the runs are executed, if not on both nodes; then everybody wanders before the disturbance. */
  readonly only?: 'one' | 'two';
  readonly disturb: (stack: StartedStack) => Promise<unknown>;
  /** What a judge has to say of it beside latency: the checks that must turn red, and how runs may end. */
  readonly red: readonly string[];
  readonly why: string;
  readonly ends: readonly string[];
  readonly mend?: (stack: StartedStack) => Promise<unknown>;
}

/** Longer than any of the sockets that a disturbance ends, also where it strikes late. */
const longEnough = 8_000;

/** What happens to a stack in the middle of runs, and the verdict that is expected of it. */
export const disturbances: readonly Disturbance[] = [
  {
    title: 'nothing happens',
    workMs: 300,
    disturb: () => Promise.resolve(),
    red: [],
    why: 'a proxy and a second node are no reason for a red check',
    ends: ['agent_completed'],
  },
  {
    title: 'both nodes are restarted, one after the other',
    // Longer than the restart of the node without runs, shorter than that and what the other one waits for its runs.
    workMs: 5_500,
    only: 'two',
    disturb: (stack) => stack.order('/roll'),
    red: [],
    why: 'a node says goodbye with 1012 and finishes its runs; whoever comes back resumes at the other one',
    ends: ['agent_completed'],
  },
  {
    title: 'the proxy is reloaded',
    workMs: longEnough,
    disturb: (stack) => stack.order('/proxy/reload'),
    red: ['WIRE-CLOSE'],
    why: 'the workers before end sockets without a close frame; no event is lost',
    ends: ['agent_completed'],
  },
  {
    title: 'the proxy is restarted',
    workMs: longEnough,
    disturb: (stack) => stack.order('/proxy/restart'),
    red: ['WIRE-CLOSE'],
    why: 'every socket ends without a close frame, and for a moment nobody listens; no event is lost',
    ends: ['agent_completed'],
  },
  {
    title: 'a node is pulled',
    workMs: longEnough,
    disturb: (stack) => stack.order('/nodes/two/down'),
    red: ['WIRE-CLOSE'],
    why: 'its sockets end without a close frame; the other node closes its runs when their lease is over',
    ends: ['agent_completed', 'agent_error'],
    mend: (stack) => stack.order('/nodes/two/restart'),
  },
];
