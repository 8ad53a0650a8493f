import type { Step } from './conversation.ts';
import type { HistoryBuilder } from './history-builder.ts';

export type ToldCall = readonly [call: string, given: string, got: string];

export const secondCanary = 'gpc-ada-2';

/** Ada has another secret. */
export function plantSecond(built: HistoryBuilder): void {
  built.plant('ada', secondCanary);
}

/** The steps of a run with calls at a time that tell what they were given, and what came back. */
export function withCalls(steps: readonly Step[], ...calls: readonly ToldCall[]): Step[] {
  const tool = 'recall';
  const told = [
    ...calls.map(([call, text]): Step => ['tool_executing', { call, tool, text }]),
    ...calls.map(([call, , text]): Step => [
      'tool_completed',
      { call, tool, text, outcome: 'completed' },
    ]),
  ];
  return steps.flatMap((step) => (step[0] === 'tool_completed' ? [step, ...told] : [step]));
}
