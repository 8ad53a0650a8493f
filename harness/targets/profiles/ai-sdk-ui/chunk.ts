import { z } from 'zod';
import type { EventKind } from '../../../contract/event-kind.ts';

/** One part of a UI message stream, version 1: the fields that the projection reads. */
export const ChunkSchema = z.looseObject({
  type: z.string(),
  id: z.string().optional(),
  messageId: z.string().optional(),
  toolCallId: z.string().optional(),
  toolName: z.string().optional(),
  input: z.unknown().optional(),
  preliminary: z.boolean().optional(),
  delta: z.string().optional(),
  errorText: z.string().optional(),
});
export type Chunk = z.infer<typeof ChunkSchema>;

/** Parts that say one of the canonical things. */
const kinds: Readonly<Record<string, EventKind>> = {
  start: 'agent_started',
  'reasoning-start': 'agent_thinking',
  'tool-input-available': 'tool_executing',
  'tool-output-available': 'tool_completed',
  'tool-output-error': 'tool_completed',
  'tool-output-denied': 'tool_completed',
  'text-delta': 'message_delta',
  finish: 'agent_completed',
  abort: 'agent_cancelled',
  error: 'agent_error',
};

/** What the parts are called that say something. */
export const tellingParts: readonly string[] = Object.keys(kinds);

/** Parts that are known and say only that something goes on. */
const progress =
  /^(start-step|finish-step|reset-step|text-(start|end)|reasoning-(delta|end|file)|tool-input-(start|delta|error)|tool-approval-(request|response)|source-(url|document)|file|custom|steering-message|message-metadata|data-.+)$/;

export function kindOf({ type, preliminary }: Chunk): EventKind {
  if (progress.test(type) || preliminary === true) return 'progress_update';
  return kinds[type] ?? 'unknown';
}
