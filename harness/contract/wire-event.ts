import { z } from 'zod';

/**
 * The wire of the reference platform: run events, as JSON text frames.
 * Envelopes are loose on purpose: an additive field is legal and must never be an alarm.
 */
const envelope = {
  event_id: z.string().min(1),
  seq: z.int().min(1),
  run_id: z.string().min(1),
  thread_id: z.string().min(1),
  user_id: z.string().min(1),
  agent_name: z.string().min(1),
  timestamp: z.iso.datetime(),
  replay: z.literal(true).optional(),
};

function wireEvent<Kind extends string, Payload extends z.ZodType>(kind: Kind, payload: Payload) {
  return z.looseObject({ type: z.literal(kind), ...envelope, payload });
}

const milliseconds = z.number().min(0);

export const toolOutcomes = ['completed', 'failed', 'cancelled', 'timed_out'] as const;

const AgentStartedSchema = wireEvent(
  'agent_started',
  z.looseObject({
    status: z.string(),
    message: z.string(),
    context: z.record(z.string(), z.unknown()),
  }),
);
const AgentThinkingSchema = wireEvent(
  'agent_thinking',
  z.looseObject({
    status: z.string(),
    reasoning: z.string().min(1),
    step_number: z.int().min(1),
    progress_percentage: z.number().min(0).max(100).optional(),
  }),
);
const ToolExecutingSchema = wireEvent(
  'tool_executing',
  z.looseObject({
    status: z.string(),
    tool_name: z.string().min(1),
    tool_call_id: z.string().min(1),
    parameters: z.record(z.string(), z.unknown()),
    message: z.string(),
  }),
);
const ToolCompletedSchema = wireEvent(
  'tool_completed',
  z.looseObject({
    status: z.enum(toolOutcomes),
    tool_name: z.string().min(1),
    tool_call_id: z.string().min(1),
    result: z.unknown().optional(),
    error: z.looseObject({ code: z.string(), message: z.string() }).optional(),
    execution_time_ms: milliseconds,
  }),
);
const MessageDeltaSchema = wireEvent(
  'message_delta',
  z.looseObject({ message_id: z.string().min(1), offset: z.int().min(0), text: z.string() }),
);
const ProgressUpdateSchema = wireEvent('progress_update', z.looseObject({ status: z.string() }));
const AgentCompletedSchema = wireEvent(
  'agent_completed',
  z.looseObject({
    status: z.string(),
    result: z.string(),
    execution_time_ms: milliseconds,
    fallbacks: z.int().min(0),
  }),
);
const AgentErrorSchema = wireEvent(
  'agent_error',
  z.looseObject({ status: z.string(), error_code: z.string(), error_message: z.string() }),
);
const AgentCancelledSchema = wireEvent(
  'agent_cancelled',
  z.looseObject({ status: z.string(), reason: z.string() }),
);

export const WireEventSchema = z.discriminatedUnion('type', [
  AgentStartedSchema,
  AgentThinkingSchema,
  ToolExecutingSchema,
  ToolCompletedSchema,
  MessageDeltaSchema,
  ProgressUpdateSchema,
  AgentCompletedSchema,
  AgentErrorSchema,
  AgentCancelledSchema,
]);
export type WireEvent = z.infer<typeof WireEventSchema>;
export type WireEventOf<Kind extends WireEvent['type']> = Extract<WireEvent, { type: Kind }>;
