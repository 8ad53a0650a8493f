import type { EventKind } from '../../contract/event-kind.ts';
import type { Invariants } from './mine-order.ts';

/** By the words that protocols use, the more telling ones first. */
const lexicon: readonly (readonly [words: RegExp, kind: EventKind])[] = [
  [/tool.*(output|result)?.*(error|failed|denied)/i, 'tool_completed'],
  [/(^|\W|_)(error|failed)(\W|_|$)/i, 'agent_error'],
  [/cancel|abort/i, 'agent_cancelled'],
  [/tool.*(result|output|completed|finished)|function_call_output/i, 'tool_completed'],
  [
    /tool.*(executing|call.?end|input.?available|on_start)|function_call_arguments.done/i,
    'tool_executing',
  ],
  [/tool.*(delta|args|input)/i, 'progress_update'],
  [/tool.*(start|call)/i, 'tool_executing'],
  [/think|reason|thought/i, 'agent_thinking'],
  [/delta|chunk|token|message_content|text_content/i, 'message_delta'],
];

/** What a name may mean: its place says how a run begins and ends, its words all else. A guess, for a person to review. */
export function guessKind(name: string, { first, last, once }: Invariants): EventKind {
  if (name === first && once.includes(name)) return 'agent_started';
  if (name === last && once.includes(name)) return 'agent_completed';
  return lexicon.find(([words]) => words.test(name))?.[1] ?? 'progress_update';
}
