import type {
  ProjectionProblem,
  CanonicalEvent,
  Outcome,
} from '../../../contract/canonical-event.ts';
import { isTerminalKind, type EventKind } from '../../../contract/event-kind.ts';
import type { FrameRule, ProfileConfig, Template } from '../../../contract/profile-config.ts';
import { writeEvent } from '../../transports/socket-io-packet.ts';
import type { Projected, Projection } from '../../profile.ts';
import { parseFrame } from '../parse-frame.ts';
import { digestOf } from '../digest-of.ts';
import { withoutHoles, type Holed } from '../without-holes.ts';
import { CallMemory } from './call-memory.ts';
import { prepareDecoder } from './decode-frame.ts';
import { fill, findPlace } from './fill.ts';
import { prepareRules } from './find-rule.ts';
import { readClock } from './read-clock.ts';
import { readPath, readText } from './read-path.ts';
import { prepareSentReader } from './read-sent.ts';
import { RunChain } from './run-chain.ts';
import { clientToolPlaces, isFailedOutput, runClientTool } from './run-client-tool.ts';

type Named = { readonly run: string | undefined; readonly turn: string | undefined };
type Call = {
  readonly id: string;
  readonly tool: string | undefined;
  readonly input: unknown;
  readonly problems?: ProjectionProblem[] | undefined;
};
type Said = {
  readonly frame: unknown;
  readonly rule: FrameRule;
  readonly name: string | undefined;
};

/** Makes the projection of a profile that is written as data. What can be prepared is prepared once. */
export function prepareProjection(config: ProfileConfig): () => Projection {
  const findRule = prepareRules(config.frames);
  const readSent = prepareSentReader(config);
  const decode = prepareDecoder(config);
  return () => new RuleProjection(config, { findRule, readSent, decode });
}

interface Prepared {
  readonly findRule: ReturnType<typeof prepareRules>;
  readonly readSent: ReturnType<typeof prepareSentReader>;
  readonly decode: ReturnType<typeof prepareDecoder>;
}

class RuleProjection implements Projection {
  readonly #config: ProfileConfig;
  readonly #prepared: Prepared;
  readonly #chain: RunChain;
  readonly #calls = new CallMemory();
  #text = '';

  constructor(config: ProfileConfig, prepared: Prepared) {
    this.#config = config;
    this.#prepared = prepared;
    this.#chain = new RunChain(config.frames.clientTools !== undefined);
  }

  sent(text: string, n: number): void {
    const { key, thread, answered, cancels, resumed, body } = this.#prepared.readSent(text);
    if (cancels) this.#chain.stop();
    else if (resumed !== undefined) this.#chain.goOnWith(resumed, thread);
    else if (answered.length > 0) this.#chain.noteResults(answered, n);
    else if (key !== undefined) {
      const run = readText(body, this.#config.frames.fromRequest?.run);
      this.#chain.ask({ key, thread, n, body, run });
      this.#text = '';
    }
  }

  received(raw: string, cursor?: string, name?: string): Projected {
    const decoded = this.#prepared.decode(raw, { cursor, name });
    if (decoded.is === 'broken') return { events: [], problems: [decoded.problem] };
    if (decoded.is === 'quiet') {
      return { events: decoded.greeting ? [{ kind: 'connection_established' }] : [] };
    }
    const told = decoded.list.map((frame) => this.#read(frame, cursor));
    const replies = told.flatMap((each) => each.replies ?? []);
    const events = told.flatMap((each) => each.events);
    return { events, ...(replies.length === 0 ? {} : { replies }) };
  }

  #read(frame: unknown, cursor: string | undefined): Projected {
    const { rule, name } = this.#prepared.findRule(frame);
    if (rule !== undefined) return this.#tell({ frame, rule, name }, cursor);
    const { fields } = this.#config.frames;
    const run = this.#chain.runOf(readText(frame, fields.run), undefined);
    // It takes its place among numbered events, though nobody knows what it says.
    const seq = numberOf(readText(frame, fields.seq));
    return { events: [withoutHoles({ kind: 'unknown', name: name ?? '', run, seq, cursor })] };
  }

  #tell(said: Said, cursor: string | undefined): Projected {
    const { say, refused, reply } = said.rule;
    const kinds = Array.isArray(say) ? say : [say];
    const call = this.#noteCall(said);
    if (refused && call !== undefined) this.#calls.refuse(call.id);
    const named = { run: this.#textAt(said, 'run'), turn: this.#textAt(said, 'turn') };
    const before = kinds.length === 0 ? [] : this.#chain.enter(kinds, named);
    const owed = kinds.includes('agent_completed') ? this.#owedAfter(said) : [];
    const events = kinds.map((kind) =>
      this.#event(said, this.#kindOf(kind, said, { named, call, goesOn: owed.length > 0 }), {
        named,
        call,
        cursor,
      }),
    );
    if (reply !== undefined) owed.push(this.#fillReply(reply));
    return {
      events: [...before.flatMap((each) => this.#derive(each)), ...events],
      ...(owed.length === 0 ? {} : { replies: owed }),
    };
  }

  /** A refused call never ran, and a run ends once. */
  #kindOf(
    kind: EventKind,
    { rule }: Said,
    { named, call, goesOn }: { named: Named; call: Call | undefined; goesOn: boolean },
  ): EventKind {
    if (rule.afterError !== undefined && this.#chain.hasFailed) return rule.afterError;
    if (kind === 'tool_completed' && this.#calls.isRefused(call?.id)) return 'progress_update';
    return this.#chain.kindOf(kind, named.turn, goesOn);
  }

  #fillReply(reply: Template): string {
    const { turn } = this.#chain;
    return this.#write(
      fill(reply, { ...clientToolPlaces, turn, run: this.#chain.runOf(undefined, undefined) }),
    );
  }

  /** A frame as this transport carries it. */
  #write(filled: unknown): string {
    if (this.#config.transport.over !== 'socket.io') return JSON.stringify(filled);
    const [name, ...rest]: unknown[] = Array.isArray(filled) ? filled : [filled];
    return writeEvent(String(name), ...rest);
  }

  #event(
    said: Said,
    told: EventKind,
    { named, call, cursor }: { named: Named; call: Call | undefined; cursor: string | undefined },
  ): CanonicalEvent {
    const replay = readPath(said.frame, said.rule.replay ?? this.#config.frames.fields.replay);
    const features = readPath(
      said.frame,
      said.rule.features ?? this.#config.frames.fields.features,
    );
    const event: Holed = {
      kind: told,
      name: said.name,
      id: this.#textAt(said, 'id'),
      user: this.#textAt(said, 'user'),
      thread: this.#textAt(said, 'thread') ?? this.#chain.thread,
      run: this.#chain.runOf(named.run, told),
      turn: named.turn ?? this.#chain.turn,
      agent: this.#textAt(said, 'agent'),
      call: call?.id,
      tool: call?.tool ?? this.#textAt(said, 'tool'),
      message: this.#textAt(said, 'message'),
      seq: numberOf(this.#textAt(said, 'seq')),
      replay: replay === true || this.#isReplay ? true : undefined,
      key: told === 'message_accepted' ? this.#textAt(said, 'key') : undefined,
      outcome: outcomeOf(said, told),
      code: this.#textAt(said, 'code'),
      offset: numberAt(said.frame, said.rule.offset ?? this.#config.frames.fields.offset),
      cursor,
      clock: readClock(readPath(said.frame, said.rule.clock ?? this.#config.frames.fields.clock)),
      fallbacks: numberOf(this.#textAt(said, 'fallbacks')),
      build: this.#textAt(said, 'build'),
      features: Array.isArray(features)
        ? features.filter((each) => typeof each === 'string')
        : undefined,
      text: this.#textOf(said, told),
      arguments_digest: told === 'tool_executing' ? digestOf(call?.input) : undefined,
      problems: told === 'tool_executing' ? call?.problems : undefined,
    };
    if (isTerminalKind(told)) this.#chain.end(told);
    return withoutHoles(event);
  }

  /** The text of a piece, or of the answer: as it is stated, or joined from its pieces. */
  #textOf(said: Said, kind: EventKind): string | undefined {
    if (kind === 'message_delta') {
      const piece = this.#textAt(said, 'text') ?? '';
      this.#text += piece;
      return piece;
    }
    if (kind !== 'agent_completed') return undefined;
    const joined = this.#config.promises.answer === 'joined';
    return this.#textAt(said, 'text') ?? (joined ? this.#text : undefined);
  }

  #noteCall(said: Said): Call | undefined {
    const id = this.#textAt(said, 'call');
    if (id === undefined) return undefined;
    const known = this.#calls.note(id, {
      tool: this.#textAt(said, 'tool'),
      piece: this.#textAt(said, 'inputPiece'),
    });
    const whole = readPath(said.frame, said.rule.input ?? this.#config.frames.fields.input);
    if (whole !== undefined) return { id, tool: known.tool, input: whole };
    return { id, tool: known.tool, input: known.input, problems: problemsOfPieces(known.input) };
  }

  /** What the client owes the target after a turn that left calls to it. */
  #owedAfter({ frame }: Said): string[] {
    const { clientTools: tools } = this.#config.frames;
    const list = readPath(frame, tools?.calls);
    if (tools === undefined || !Array.isArray(list)) return [];
    const calls = list.filter((each: unknown) =>
      Object.entries(tools.where).every(([path, wanted]) => readPath(each, path) === wanted),
    );
    if (calls.length === 0) return [];
    const results = calls.map((each: unknown) => {
      const output = runClientTool(
        readText(each, tools.tool) ?? '',
        readText(each, tools.input) ?? '{}',
      );
      return fill(tools.result, { call: readText(each, tools.call), output });
    });
    const { turn } = this.#chain;
    const apart = findPlace(tools.next, 'results') === undefined ? results : [];
    const next = fill(tools.next, { results, turn, ...clientToolPlaces });
    return [...apart, next].map((each) => this.#write(each));
  }

  /** An event that stems from what was sent. */
  #derive(event: Holed & { readonly asked?: unknown }): CanonicalEvent[] {
    const { asked, ...rest } = event;
    const { fromRequest } = this.#config.frames;
    const events: Holed[] = [rest];
    if (rest.kind === 'message_accepted' && fromRequest !== undefined) {
      for (const kind of fromRequest.say) {
        const { run, thread, derived_from } = rest;
        const call = readText(asked, fromRequest.call);
        const tool = readText(asked, fromRequest.tool);
        if (call !== undefined) this.#calls.note(call, { tool, piece: undefined });
        const input = readPath(asked, fromRequest.input);
        const ofCall =
          kind === 'tool_executing' ? { call, tool, arguments_digest: digestOf(input) } : {};
        events.push({ kind, run, thread, derived_from, ...ofCall });
      }
    }
    if (rest.kind === 'tool_completed' && rest.call !== undefined) {
      const { tool } = this.#calls.note(rest.call, { tool: undefined, piece: undefined });
      const failed = isFailedOutput(rest.text ?? '');
      return [
        withoutHoles({ ...rest, tool, text: undefined, outcome: failed ? 'failed' : 'completed' }),
      ];
    }
    return events.map(withoutHoles);
  }

  get #isReplay(): boolean {
    return this.#config.frames.resumedIsReplay && this.#chain.resumed;
  }

  #textAt(said: Said, field: keyof ProfileConfig['frames']['fields']): string | undefined {
    return readText(said.frame, said.rule[field] ?? this.#config.frames.fields[field]);
  }
}

function numberOf(text: string | undefined): number | undefined {
  const number = Number(text ?? Number.NaN);
  return Number.isNaN(number) ? undefined : number;
}

function numberAt(frame: unknown, path: FrameRule['offset']): number | undefined {
  const value = readPath(frame, path);
  return typeof value === 'number' ? value : undefined;
}

const usual: Readonly<Partial<Record<EventKind, Outcome>>> = {
  tool_completed: 'completed',
  agent_completed: 'completed',
  agent_error: 'failed',
  agent_cancelled: 'cancelled',
};

function outcomeOf({ frame, rule }: Said, kind: EventKind): Outcome | undefined {
  const expected = usual[kind];
  if (expected === undefined) return undefined;
  const { outcome } = rule;
  if (outcome === undefined || typeof outcome === 'string') return outcome ?? expected;
  const value = readPath(frame, outcome.path);
  if (value === undefined || value === null) return expected;
  // `error: false` is no error; beside `true`, or by its own name, `ok: false` is a word like others.
  const named = 'true' in outcome.is || 'false' in outcome.is;
  if (value === false && !named) return expected;
  return (
    outcome.is[typeof value === 'string' ? value : JSON.stringify(value)] ??
    outcome.else ??
    expected
  );
}

/** Arguments that come in pieces are JSON once the last piece is there. */
function problemsOfPieces(input: string): ProjectionProblem[] | undefined {
  if (input === '') return undefined;
  const parsed = parseFrame(input);
  if (parsed.ok || parsed.problem.rule !== 'WIRE-JSON') return undefined;
  return [{ rule: 'SCH-ARGS', pointer: '', message: parsed.problem.message }];
}
