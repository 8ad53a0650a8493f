import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { EventKind } from '../../contract/event-kind.ts';
import type { RecordOf } from '../../contract/history.ts';
import type { Promises } from '../../contract/promises.ts';
import { HistoryBuilder } from './history-builder.ts';

/** One event of a run, before it is numbered. */
export type Step = readonly [kind: EventKind, rest?: Partial<CanonicalEvent>];

/** What a legal run of one tool says: it thinks, echoes a secret of its user through a tool, and streams the answer. */
export function legalSteps(run: string, canary: string): Step[] {
  const call = { call: `${run}-call`, tool: 'echo' };
  const halves = [`it says `, `${canary} 🙂`];
  return [
    ['agent_started'],
    ['agent_thinking', { text: 'let me see' }],
    ['tool_executing', { ...call, arguments_digest: `${run}-arguments` }],
    ['tool_completed', { ...call, outcome: 'completed', text: canary }],
    ['message_delta', { message: `${run}-m`, offset: 0, text: halves[0] }],
    ['message_delta', { message: `${run}-m`, offset: 8, text: halves[1] }],
    ['agent_completed', { outcome: 'completed', text: halves.join(''), fallbacks: 0 }],
  ];
}

export interface Twist {
  readonly promises?: Partial<Promises>;
  /** Changes what ada's run says; numbers are given afterwards. */
  readonly alter?: (steps: Step[]) => readonly Step[];
  /** Numbers are given before `alter`: events are lost on the way, not left unsaid. */
  readonly lost?: boolean;
  readonly chat?: Partial<RecordOf<'act'>>;
  /** Goes before, and after, everything ada does. */
  readonly before?: (built: HistoryBuilder) => void;
  readonly after?: (built: HistoryBuilder) => void;
  /** Default `complete`. */
  readonly end?: RecordOf<'end'>['reason'];
}

export const adasCanary = 'gpc-ada-1';
export const bobsCanary = 'gpc-bob-1';

/** Ada (connection `a`, run `r1`) and bob (connection `b`, run `r2`) have one legal run each, but for the twist. */
export function converse(twist: Twist = {}): HistoryBuilder {
  const built = new HistoryBuilder(twist.promises);
  greet(built, 'a', 'ada');
  greet(built, 'b', 'bob');
  built.plant('ada', adasCanary).plant('bob', bobsCanary);
  built.chat('b', 'r2');
  for (const [kind, rest] of legalSteps('r2', bobsCanary)) built.say('b', 'r2', kind, rest);
  twist.before?.(built);
  built.chat('a', 'r1', {
    expects: [
      'agent_started',
      'agent_thinking',
      'tool_executing',
      'tool_completed',
      'agent_completed',
    ],
    ...twist.chat,
  });
  for (const [kind, rest] of twisted(twist)) built.say('a', 'r1', kind, rest);
  twist.after?.(built);
  return built.end(twist.end);
}

export function greet(built: HistoryBuilder, connection: string, user: string): void {
  built.open(connection, user, { protocol: 'v1', offered_protocols: ['v1'], accept_valid: true });
  built.event(connection, {
    kind: 'connection_established',
    user: `id-${user}`,
    build: 'build-1',
    features: ['resume', 'cancel'],
  });
}

function twisted({ alter, lost }: Twist): readonly Step[] {
  const steps = legalSteps('r1', adasCanary);
  const numbered = lost === true ? number(steps) : steps;
  return alter?.(numbered) ?? numbered;
}

function number(steps: readonly Step[]): Step[] {
  return steps.map(([kind, rest], index) => [kind, { ...rest, seq: index + 1 }]);
}

/** Alterations by kind, for the rows of damage tables. */
export const drop =
  (kind: EventKind) =>
  (steps: Step[]): Step[] =>
    steps.filter(([each]) => each !== kind);

export const repeat =
  (kind: EventKind) =>
  (steps: Step[]): Step[] =>
    steps.flatMap((step) => (step[0] === kind ? [step, step] : [step]));

export const swap =
  (left: EventKind, right: EventKind) =>
  (steps: Step[]): Step[] => {
    const swapped = [...steps];
    const first = steps.findIndex(([kind]) => kind === left);
    const second = steps.findIndex(([kind]) => kind === right);
    [swapped[first], swapped[second]] = [steps[second] ?? ['unknown'], steps[first] ?? ['unknown']];
    return swapped;
  };

export const insertAfter =
  (kind: EventKind, ...extra: Step[]) =>
  (steps: Step[]): Step[] =>
    steps.flatMap((step) => (step[0] === kind ? [step, ...extra] : [step]));

export const change =
  (kind: EventKind, rest: Partial<CanonicalEvent>) =>
  (steps: Step[]): Step[] =>
    steps.map((step) => (step[0] === kind ? [kind, { ...step[1], ...rest }] : step));
