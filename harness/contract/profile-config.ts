import { z } from 'zod';
import { OutcomeSchema } from './canonical-event.ts';
import { EventKindSchema } from './event-kind.ts';
import { PromisesSchema } from './promises.ts';

/**
 * Where a value stands in a frame: names joined by dots, numbers for places of a list, `*` for all of them
 * (`parts.*.text`: their texts joined). `$event` and `$id` are what the stream carries beside the frame.
 * Several paths: the first that holds something.
 */
const PathSchema = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
export type FramePath = z.infer<typeof PathSchema>;

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** JSON with places to fill in: `$content`, `$ask`, `$key`, `$thread`, `$token`, … as docs/profiles.md lists them. */
export type Template = null | boolean | number | string | Template[] | { [name: string]: Template };
const TemplateSchema: z.ZodType<Template> = z.lazy(() =>
  z.union([scalar, z.array(TemplateSchema), z.record(z.string(), TemplateSchema)]),
);

const fields = {
  id: PathSchema.optional(),
  user: PathSchema.optional(),
  thread: PathSchema.optional(),
  run: PathSchema.optional(),
  /** One answer of the model, where a run is a chain of them. */
  turn: PathSchema.optional(),
  agent: PathSchema.optional(),
  call: PathSchema.optional(),
  tool: PathSchema.optional(),
  /** The arguments of a call: whole, or (`inputPiece`) as they stream. */
  input: PathSchema.optional(),
  inputPiece: PathSchema.optional(),
  message: PathSchema.optional(),
  text: PathSchema.optional(),
  offset: PathSchema.optional(),
  seq: PathSchema.optional(),
  code: PathSchema.optional(),
  key: PathSchema.optional(),
  /** The target's own time: epoch seconds, epoch milliseconds or ISO 8601. */
  clock: PathSchema.optional(),
  replay: PathSchema.optional(),
  fallbacks: PathSchema.optional(),
  build: PathSchema.optional(),
  features: PathSchema.optional(),
} as const;

/** What a frame says. Of all rules, the first whose `when` holds is taken. */
const RuleSchema = z.strictObject({
  /**
   * Names (`*` at the end: all that begin so), or conditions, all of which must hold: a path with the value it must
   * have, a list of such values, `true` for "is there" or `false` for "is not there".
   */
  when: z.union([
    z.string().min(1),
    z.array(z.string().min(1)).min(1),
    z.record(z.string(), z.union([scalar, z.array(scalar).min(1)])),
  ]),
  /** One kind, several in this order, or none: the frame is known and says nothing. */
  say: z.union([EventKindSchema, z.array(EventKindSchema)]),
  outcome: z
    .union([
      OutcomeSchema,
      z.strictObject({
        path: PathSchema,
        is: z.record(z.string(), OutcomeSchema),
        /** For everything else that is there. */
        else: OutcomeSchema.optional(),
      }),
    ])
    .optional(),
  /** What it says where an error has ended its run already: the frame that closes the answer may still follow. */
  afterError: EventKindSchema.optional(),
  /** The call was refused and never ran: what completes it says `progress_update`. */
  refused: z.boolean().default(false),
  /** What the client owes the target for this frame, such as its next message of a handshake. */
  reply: TemplateSchema.optional(),
  ...fields,
});
export type FrameRule = z.infer<typeof RuleSchema>;

const RequestSchema = z.strictObject({
  path: z.string().startsWith('/'),
  method: z.enum(['GET', 'POST']).default('POST'),
  headers: z.record(z.string(), z.string()).optional(),
  body: TemplateSchema.optional(),
  /** Values to keep under a name: a path into the JSON answer, or `header:NAME`. `token` is what later requests carry. */
  take: z.record(z.string(), z.string()).default({}),
});

const TransportConfigSchema = z.strictObject({
  /** `sse`: each message is a POST that is answered by an event stream. */
  over: z.enum(['websocket', 'sse', 'socket.io']),
  /** Where a target's URL names no path of its own. */
  path: z.string().startsWith('/').default('/'),
  /** Requests that come before the first message, such as a login. Without any, the password of a user is `$token`. */
  login: z.array(RequestSchema).default([]),
  headers: z.record(z.string(), z.string()).default({ authorization: 'Bearer $token' }),
  /** Subprotocols to offer (WebSocket). */
  protocols: z.array(z.string()).default([]),
  /** What the client authenticates with (Socket.IO). */
  auth: TemplateSchema.optional(),
  /** Data of the event that says that a stream is complete. */
  endMark: z.string().optional(),
});

/** How a journey's wishes are put to the target. */
const IntentsConfigSchema = z.strictObject({
  /** `plainly`: in words that a model understands. Else what to ask for, by intent; one that is missing cannot be done. */
  ask: z
    .union([
      z.literal('plainly'),
      z.partialRecord(
        z.enum([
          'echo',
          'count',
          'slow',
          'fail',
          'parallel',
          'long',
          'plain',
          'large',
          'ghost',
          'overrun',
        ]),
        TemplateSchema,
      ),
    ])
    .default('plainly'),
  /** What stands between two wishes in one message; without it, a list of intents asks for one thing at a time. */
  between: z.string().optional(),
  /** One message. It must hold `$key` in a field that the target hands back or leaves alone. */
  chat: TemplateSchema,
  /** Request line of a message where it differs from `path`, such as `POST /threads/$thread/runs/stream`. */
  chatRequest: z.string().optional(),
  cancel: TemplateSchema.optional(),
  cancelRequest: z.string().optional(),
  /** Asks for what was missed of `$run` after `$after`. */
  resume: TemplateSchema.optional(),
  resumeRequest: z.string().optional(),
  /** Asks to hear `$run` from now on, where that is another request than `resume`. */
  subscribe: TemplateSchema.optional(),
  ping: TemplateSchema.optional(),
});

/** Tools that run on the client's side: a closed turn leaves calls, and the next one begins with their results. */
const ClientToolsSchema = z.strictObject({
  /** The list in a closing frame, and what its entries must be. */
  calls: PathSchema,
  where: z.record(z.string(), scalar).default({}),
  call: PathSchema,
  tool: PathSchema,
  input: PathSchema,
  /** One result: `$call`, `$output`. */
  result: TemplateSchema,
  /** The message that goes on: `$results`, `$turn`. Where it holds no `$results`, each result is a message before it. */
  next: TemplateSchema,
});

const framesShape = {
  /** Where one message of the target holds several frames: the path of their list, `.` where the message is a list. */
  each: PathSchema.optional(),
  /** Where a frame says what it is. */
  name: PathSchema.default('type'),
  fields: z.strictObject(fields).default({}),
  rules: z.array(RuleSchema).min(1),
  /** What the target never says and the request shows; told with the first frame of the answer. */
  fromRequest: z
    .strictObject({
      say: z.array(EventKindSchema).default([]),
      /** The client names the run. */
      run: PathSchema.optional(),
      call: PathSchema.optional(),
      tool: PathSchema.optional(),
      input: PathSchema.optional(),
    })
    .optional(),
  clientTools: ClientToolsSchema.optional(),
  /** What answers a resume is a repetition by that alone; nothing else marks it. */
  resumedIsReplay: z.boolean().default(false),
} as const;

const { kinds, deadlines, budgets, ...otherPromises } = PromisesSchema.shape;

/** How a target speaks, as data: `transport`, `intents`, `frames` (the projection) and `promises`. */
export const ProfileConfigSchema = z.strictObject({
  title: z.string().min(1),
  transport: TransportConfigSchema,
  intents: IntentsConfigSchema,
  frames: z.strictObject(framesShape),
  /** What is not said is promised as by any target that hands on what a model does (docs/profiles.md). */
  promises: z
    .strictObject({
      kinds: kinds.optional(),
      deadlines: deadlines.partial().optional(),
      budgets: budgets.optional(),
      ...z.strictObject(otherPromises).partial().shape,
    })
    .default({}),
});

/** A profile after defaults were filled in. */
export type ProfileConfig = z.output<typeof ProfileConfigSchema>;
/** A profile as people write it. */
export type ProfileConfigInput = z.input<typeof ProfileConfigSchema>;
