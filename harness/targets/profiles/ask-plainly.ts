import type { EventKind } from '../../contract/event-kind.ts';
import type { Intent } from '../profile.ts';

function askOne(intent: Intent): string | undefined {
  switch (intent.kind) {
    case 'echo':
      return askFor('echo', { text: intent.text });
    case 'slow':
      return askFor('slow', { milliseconds: intent.milliseconds });
    case 'fail':
      return askFor('fail', {});
    case 'parallel':
      return intent.texts.map((text) => askFor('echo', { text })).join('\n');
    case 'plain':
      return `Answer exactly: ${intent.text}`;
    case 'long':
      return `Answer in ${intent.pieces} sentences.`;
    case 'count':
    case 'large':
    case 'ghost':
    case 'overrun':
      return undefined;
  }
}

function askFor(tool: string, input: Readonly<Record<string, unknown>>): string {
  return `Use the tool ${tool} with ${JSON.stringify(input)}`;
}

/**
 * Intents in words that a model understands, one line each, for targets that run one. Each is expected to have the
 * tools `echo {text}`, `slow {milliseconds}` and `fail {}`. `undefined` where an intent cannot be put like that.
 */
export function askPlainly(intents: readonly Intent[]): string | undefined {
  const lines = intents.map(askOne);
  return lines.includes(undefined) ? undefined : lines.join('\n');
}

const withTool: readonly EventKind[] = [
  'agent_started',
  'tool_executing',
  'tool_completed',
  'agent_completed',
];
const withText: readonly EventKind[] = ['agent_started', 'message_delta', 'agent_completed'];

/** What a run that was asked like that must show; a model is not promised to think aloud. */
export function expectPlainly(intents: readonly Intent[]): readonly EventKind[] {
  return intents.some(({ kind }) => kind !== 'plain' && kind !== 'long') ? withTool : withText;
}
