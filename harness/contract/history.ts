import { z } from 'zod';
import { CanonicalEventSchema, OutcomeSchema, ProjectionProblemSchema } from './canonical-event.ts';
import { EnvironmentSchema } from './environment.ts';
import { PromisesSchema } from './promises.ts';

/** Raised whenever a stored history could no longer be read the same way. */
export const historyFormat = 1;

/** First line of a stored history. */
export const HistoryHeaderSchema = z.strictObject({
  format: z.literal(historyFormat),
  tool_version: z.string(),
  target: z.string(),
  profile: z.string(),
  promises: PromisesSchema,
  journey: z.string(),
  seed: z.string(),
  /** Wall time of monotonic zero, ISO 8601. */
  started_at: z.string(),
  environment: EnvironmentSchema,
});
export type HistoryHeader = z.infer<typeof HistoryHeaderSchema>;

/**
 * Why a connection ended, read from the raw socket: `ws` shows FIN, RST, half frames and silence all as 1006.
 * `probe` means that our own side closed it on purpose.
 */
export const CloseCauseSchema = z.enum([
  'close-frame',
  'fin',
  'rst',
  'half-frame',
  'silence',
  'protocol-error',
  'stream-end',
  'probe',
]);
export type CloseCause = z.infer<typeof CloseCauseSchema>;

/**
 * What the probe presented to be let in. Everything but `valid` is presented on purpose and must be refused.
 * `foreign` is a valid credential of somebody else.
 */
export const CredentialSchema = z.enum([
  'valid',
  'none',
  'malformed',
  'expired',
  'revoked',
  'logged-out',
  'foreign',
]);
export type Credential = z.infer<typeof CredentialSchema>;

/** All canaries begin like this, so that one search per frame finds whichever of them there is. */
export const canaryPrefix = 'gpc-';
/** The recorder replaces each secret by a mark that begins like this: unreadable, but still comparable. */
export const secretPrefix = '[secret:';

/** Every record: its number, monotonic time (ms since the header's start; judged) and wall time (epoch ms; shown). */
const stamp = { n: z.int().min(0), at: z.number(), wall: z.number() };
const link = { connection: z.string(), epoch: z.int().min(0) };

export const OpenRecordSchema = z.strictObject({
  type: z.literal('open'),
  ...stamp,
  ...link,
  user: z.string(),
  outcome: z.enum(['accepted', 'refused', 'stalled', 'unreachable']),
  /** HTTP status of a refused upgrade. */
  status: z.int().optional(),
  protocol: z.string().optional(),
  extensions: z.string().optional(),
  /** Absent means `valid`. */
  credential: CredentialSchema.optional(),
  /** How the credential travelled. */
  via: z.enum(['subprotocol', 'header', 'ticket', 'cookie', 'body']).optional(),
  offered_protocols: z.array(z.string()).optional(),
  offered_extensions: z.string().optional(),
  /** Whether `Sec-WebSocket-Accept` was the hash that RFC 6455 section 4.2.2 asks for. */
  accept_valid: z.boolean().optional(),
  detail: z.string().optional(),
});

export const FrameRecordSchema = z.strictObject({
  type: z.literal('frame'),
  ...stamp,
  ...link,
  direction: z.enum(['sent', 'received']),
  /** The payload exactly as it crossed the wire; base64 when it was not UTF-8 text. Secrets are replaced by their hash. */
  raw: z.string(),
  encoding: z.enum(['text', 'base64']),
  bytes: z.int().min(0),
  /** Milliseconds from the first to the last byte of this frame. */
  took_ms: z.number().optional(),
  /** Fragments it came in, where more than one. */
  fragments: z.int().optional(),
  /** `raw` was cut because the frame was larger than the recorder keeps; `bytes` is the full size. */
  cut: z.boolean().optional(),
  events: z.array(CanonicalEventSchema),
  problems: z.array(ProjectionProblemSchema).optional(),
});

export const CloseRecordSchema = z.strictObject({
  type: z.literal('close'),
  ...stamp,
  ...link,
  cause: CloseCauseSchema,
  /** The code of the close frame as it was on the wire, also when it is illegal there; absent without a close frame. */
  code: z.int().optional(),
  reason: z.string().optional(),
  detail: z.string().optional(),
});

export const HttpRecordSchema = z.strictObject({
  type: z.literal('http'),
  ...stamp,
  user: z.string(),
  method: z.string(),
  path: z.string(),
  status: z.int(),
  duration_ms: z.number(),
  body: z.string().optional(),
  /** Credentials may appear in the answers to `login`, `refresh` and `ticket`, and nowhere else. */
  purpose: z
    .enum(['login', 'refresh', 'ticket', 'logout', 'history', 'list', 'health', 'other'])
    .optional(),
  /** Absent means `valid`. */
  credential: CredentialSchema.optional(),
  /** `history`: the run that was asked for, and the answer the target has stored for it, taken out by the profile. */
  run: z.string().optional(),
  stored_answer: z.string().optional(),
});

/** A secret string was planted: it belongs to this owner, and nobody else may ever receive it. */
export const PlantRecordSchema = z.strictObject({
  type: z.literal('plant'),
  ...stamp,
  canary: z.string(),
  user: z.string(),
  via: z.enum(['prompt', 'tool', 'secret']),
});

/** What the probe set out to do, so that checks know what must follow. */
export const ActRecordSchema = z.strictObject({
  type: z.literal('act'),
  ...stamp,
  connection: z.string().optional(),
  user: z.string(),
  act: z.enum([
    'chat',
    'cancel',
    'drop',
    'resume',
    'trespass',
    'logout',
    'stop-reading',
    'expect',
    /** The credential of an open connection was revoked. */
    'revoke',
    /** The credential of an open connection was refreshed. */
    'refresh',
    /** Garbage was sent on purpose. */
    'abuse',
  ]),
  intent: z.string().optional(),
  key: z.string().optional(),
  run: z.string().optional(),
  /** Kinds that must appear in the run this act starts. */
  expects: z.array(z.string()).optional(),
  /** How many tool calls were asked for. */
  calls: z.int().min(0).optional(),
  /** Kinds that must not appear in it: a tool that cannot run is never announced. */
  forbids: z.array(z.string()).optional(),
  /** It asks for a tool that takes longer than tools may. */
  overruns: z.literal(true).optional(),
  /** The exact answer the run must give, where the journey knows it. */
  answer: z.string().optional(),
  thread: z.string().optional(),
  /** `trespass`: whose run or thread was reached for, and how. */
  victim: z.string().optional(),
  trespass: z.enum(['chat', 'resume', 'subscribe', 'cancel', 'read']).optional(),
  /** How the tool of this intent must end, where the journey knows it (a tool that always throws must fail). */
  tool_outcome: OutcomeSchema.optional(),
});

/** A sign of life below the messages: WebSocket control frames, or what a transport has instead. */
export const BeatRecordSchema = z.strictObject({
  type: z.literal('beat'),
  ...stamp,
  ...link,
  beat: z.enum(['ping-sent', 'pong-received', 'ping-received']),
});

/** The probe looked at a counting tool: what it must have counted by now, and what it says. */
export const EffectRecordSchema = z.strictObject({
  type: z.literal('effect'),
  ...stamp,
  user: z.string(),
  counter: z.string(),
  expected: z.int(),
  seen: z.int(),
  run: z.string().optional(),
});

/** What the harness noticed about itself; never the target's fault. */
export const HarnessRecordSchema = z.strictObject({
  type: z.literal('harness'),
  ...stamp,
  notice: z.enum([
    /** Delay of the probe's own event loop, in `ms`. */
    'lag',
    /** A fault was planned and struck while a critical event was in flight. */
    'bite',
    /** A fault was planned and did not strike. */
    'no-bite',
    /** The scripted model answered as scripted. */
    'model-match',
    /** The scripted model drifted, or no script matched. */
    'model-drift',
    /** Records were lost: disk full, crash, overrun. */
    'recorder-loss',
  ]),
  ms: z.number().optional(),
  detail: z.string().optional(),
});

/** Last record: until when the probe watched, and why it stopped. */
export const EndRecordSchema = z.strictObject({
  type: z.literal('end'),
  ...stamp,
  reason: z.enum(['complete', 'deadline', 'aborted']),
});

export const HistoryRecordSchema = z.discriminatedUnion('type', [
  OpenRecordSchema,
  FrameRecordSchema,
  CloseRecordSchema,
  HttpRecordSchema,
  PlantRecordSchema,
  ActRecordSchema,
  BeatRecordSchema,
  EffectRecordSchema,
  HarnessRecordSchema,
  EndRecordSchema,
]);
export type HistoryRecord = z.infer<typeof HistoryRecordSchema>;
export type RecordOf<Type extends HistoryRecord['type']> = Extract<HistoryRecord, { type: Type }>;
export type FrameRecord = RecordOf<'frame'>;

/** A history in memory. */
export interface History {
  readonly header: HistoryHeader;
  readonly records: readonly HistoryRecord[];
}
