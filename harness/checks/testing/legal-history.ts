import * as fc from 'fast-check';
import { greet, type Step } from './conversation.ts';
import { HistoryBuilder } from './history-builder.ts';

/** One run as its script says it. */
interface RunPlan {
  readonly thoughts: number;
  readonly tools: readonly ('completed' | 'failed' | 'timed_out')[];
  readonly parallel: boolean;
  readonly pieces: readonly string[];
  readonly end: 'completed' | 'failed' | 'cancelled';
  /** After this many events the connection drops, and comes back with a replay of the last two. */
  readonly dropAfter: number | undefined;
}

interface UserPlan {
  readonly runs: readonly RunPlan[];
}

export interface LegalPlan {
  readonly users: readonly UserPlan[];
  /** Whose turn it is, again and again. */
  readonly turns: readonly number[];
}

const runPlan: fc.Arbitrary<RunPlan> = fc.record({
  thoughts: fc.integer({ min: 1, max: 3 }),
  tools: fc.array(fc.constantFrom('completed', 'failed', 'timed_out'), { maxLength: 3 }),
  parallel: fc.boolean(),
  pieces: fc.array(fc.string({ unit: 'grapheme', maxLength: 8 }), { maxLength: 4 }),
  end: fc.constantFrom('completed', 'completed', 'failed', 'cancelled'),
  dropAfter: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
});

/** Conversations as a correct target might have them: several users, interleaved, with all that is legal. */
export const legalPlans: fc.Arbitrary<LegalPlan> = fc.record({
  users: fc.array(fc.record({ runs: fc.array(runPlan, { minLength: 1, maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 4,
  }),
  turns: fc.array(fc.nat(3), { minLength: 1, maxLength: 12 }),
});

/** Changes what one run says, before it is numbered. */
export type Alter = (steps: Step[]) => readonly Step[];

/** Plays a plan. `alter` applies to the first run of the first user, which then neither drops nor is cancelled. */
export function playPlan(plan: LegalPlan, alter?: Alter): HistoryBuilder {
  const built = new HistoryBuilder({ budgets: {} });
  const scripts = plan.users.map((user, index) => {
    const name = `user${index}`;
    greet(built, name, name);
    built.plant(name, `gpc-${name}-x`);
    return user.runs.flatMap((run, place) => {
      const altered = index === 0 && place === 0 ? alter : undefined;
      const calm: RunPlan =
        altered === undefined ? run : { ...run, dropAfter: undefined, end: 'completed' };
      return actions(built, name, `r${index}${'abc'.charAt(place)}x`, calm, altered);
    });
  });
  for (let turn = 0; scripts.some((script) => script.length > 0); turn += 1) {
    const chosen = plan.turns[turn % plan.turns.length] ?? 0;
    const waiting = scripts.filter((script) => script.length > 0);
    waiting[(chosen + turn) % waiting.length]?.shift()?.();
  }
  return built.end();
}

function actions(
  built: HistoryBuilder,
  user: string,
  run: string,
  plan: RunPlan,
  alter: Alter | undefined,
): (() => void)[] {
  const steps = sayings(user, run, plan);
  const said = alter?.(steps) ?? steps;
  const numbered = said.map(([kind, rest], index): Step => {
    return [kind, { seq: index + 1, id: `${run}-${index}`, ...rest }];
  });
  const say = (step: Step, replay: boolean) => (): void => {
    built.say(user, run, step[0], { ...step[1], ...(replay ? { replay } : {}) });
  };
  const acts: (() => void)[] = [() => built.chat(user, run)];
  numbered.forEach((step, index) => {
    if (step[0] === 'agent_cancelled') acts.push(() => cancel(built, user, run));
    acts.push(say(step, false));
    if (index + 1 !== plan.dropAfter || index + 1 >= numbered.length) return;
    acts.push(() => comeBack(built, user, run));
    for (const again of numbered.slice(Math.max(0, index - 1), index + 1)) {
      acts.push(say(again, true));
    }
    acts.push(() => built.event(user, { kind: 'resume_completed', run }));
  });
  return acts;
}

/** Everything happens at once: a target does not send between a drop and the return. */
function comeBack(built: HistoryBuilder, user: string, run: string): void {
  built.act(user, 'drop').close(user, { cause: 'probe' });
  greet(built, user, user);
  built.act(user, 'resume', { run });
}

function cancel(built: HistoryBuilder, user: string, run: string): void {
  built.act(user, 'cancel', { run }).event(user, { kind: 'cancel_accepted', run });
}

function sayings(user: string, run: string, plan: RunPlan): Step[] {
  const calls = plan.tools.map((outcome, index) => {
    const call = { call: `${run}-${index}`, tool: `tool${index}` };
    const start: Step = ['tool_executing', { ...call, arguments_digest: `${index}` }];
    const end: Step = ['tool_completed', { ...call, outcome, text: `gpc-${user}-x` }];
    return { start, end };
  });
  const tools = plan.parallel
    ? [...calls.map(({ start }) => start), ...calls.map(({ end }) => end).toReversed()]
    : calls.flatMap(({ start, end }) => [start, end]);
  let offset = 0;
  const pieces = plan.pieces.map((text): Step => {
    const step: Step = ['message_delta', { message: `${run}-m`, offset, text }];
    offset += text.length;
    return step;
  });
  const thoughts = Array.from({ length: plan.thoughts }, (_, index): Step => {
    return ['agent_thinking', { text: `thought ${index}` }];
  });
  return [['agent_started'], ...thoughts, ...tools, ...pieces, terminal(plan)];
}

function terminal({ end, pieces }: RunPlan): Step {
  if (end === 'failed') return ['agent_error', { outcome: 'failed' }];
  if (end === 'cancelled') return ['agent_cancelled', { outcome: 'cancelled' }];
  return ['agent_completed', { outcome: 'completed', text: pieces.join(''), fallbacks: 0 }];
}
