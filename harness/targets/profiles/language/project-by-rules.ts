import type {
  ProjectionProblem,
  CanonicalEvent,
  Outcome,
} from '../../../contract/canonical-event.ts';
import { isTerminalKind, type EventKind } from '../../../contract/event-kind.ts';
import type { FrameRule, ProfileConfig } from '../../../contract/profile-config.ts';
import type { Projected, Projection } from '../../profile.ts';
import { parseFrame } from '../parse-frame.ts';
import { digestOf } from '../digest-of.ts';
import { withoutHoles, type Holed } from '../without-holes.ts';
import { CallMemory } from './call-memory.ts';
import { decodeFrame } from './decode-frame.ts';
import { fill } from './fill.ts';
import { prepareRules } from './find-rule.ts';
import { readClock } from './read-clock.ts';
import { readPath, readText } from './read-path.ts';
import { prepareSentReader } from './read-sent.ts';
import { RunChain } from './run-chain.ts';
import { clientToolList, isFailedOutput, runClientTool } from './run-client-tool.ts';

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
  return () => new RuleProjection(config, findRule, readSent);
}

class RuleProjection implements Projection {
  readonly #config: ProfileConfig;
  readonly #findRule: ReturnType<typeof prepareRules>;
  readonly #readSent: ReturnType<typeof prepareSentReader>;
  readonly #chain: RunChain;
  readonly #calls = new CallMemory();
  #text = '';

  constructor(
    config: ProfileConfig,
    findRule: ReturnType<typeof prepareRules>,
    readSent: ReturnType<typeof prepareSentReader>,
  ) {
    this.#config = config;
    this.#findRule = findRule;
    this.#readSent = readSent;
    this.#chain = new RunChain(config.frames.clientTools !== undefined);
  }

  sent(text: string, n: number): void {
    const { key, thread, answered, resumed, body } = this.#readSent(text);
    if (resumed !== undefined) this.#chain.goOnWith(resumed, thread);
    else if (answered.length > 0) this.#chain.noteResults(answered, n);
    else if (key !== undefined) {
      const run = readText(body, this.#config.frames.fromRequest?.run);
      this.#chain.ask({ key, thread, n, body, run });
      this.#text = '';
    }
  }

  received(raw: string, cursor?: string, name?: string): Projected {
    const decoded = decodeFrame(this.#config.transport.over, raw, { cursor, name });
    if (decoded.is === 'broken') return { events: [], problems: [decoded.problem] };
    if (decoded.is === 'quiet') {
      return { events: decoded.greeting ? [{ kind: 'connection_established' }] : [] };
    }
    const frame = decoded.fields;
    const found = this.#findRule(frame);
    const { rule } = found;
    if (rule === undefined) {
      const run = this.#chain.runOf(readText(frame, this.#config.frames.fields.run), undefined);
      return { events: [withoutHoles({ kind: 'unknown', name: found.name ?? '', run, cursor })] };
    }
    return this.#tell({ frame, rule, name: found.name }, cursor);
  }

  #tell(said: Said, cursor: string | undefined): Projected {
    const kinds = Array.isArray(said.rule.say) ? said.rule.say : [said.rule.say];
    const call = this.#noteCall(said);
    if (kinds.length === 0) return { events: [] };
    const named = { run: this.#read(said, 'run'), turn: this.#read(said, 'turn') };
    const before = this.#chain.enter(kinds, named);
    const owed = kinds.includes('agent_completed') ? this.#owedAfter(said) : [];
    const events = kinds.map((kind) =>
      this.#event(said, this.#chain.kindOf(kind, named.turn, owed.length > 0), {
        named,
        call,
        cursor,
      }),
    );
    return {
      events: [...before.flatMap((each) => this.#derive(each)), ...events],
      ...(owed.length === 0 ? {} : { replies: owed }),
    };
  }

  #event(
    said: Said,
    told: EventKind,
    { named, call, cursor }: { named: Named; call: Call | undefined; cursor: string | undefined },
  ): CanonicalEvent {
    const seq = Number(this.#read(said, 'seq') ?? Number.NaN);
    const replay = readPath(said.frame, said.rule.replay ?? this.#config.frames.fields.replay);
    const fallbacks = Number(this.#read(said, 'fallbacks') ?? Number.NaN);
    const features = readPath(
      said.frame,
      said.rule.features ?? this.#config.frames.fields.features,
    );
    const event: Holed = {
      kind: told,
      name: said.name,
      id: this.#read(said, 'id'),
      user: this.#read(said, 'user'),
      thread: this.#read(said, 'thread') ?? this.#chain.thread,
      run: this.#chain.runOf(named.run, told),
      turn: named.turn ?? this.#chain.turn,
      agent: this.#read(said, 'agent'),
      call: call?.id,
      tool: call?.tool ?? this.#read(said, 'tool'),
      message: this.#read(said, 'message'),
      seq: Number.isNaN(seq) ? undefined : seq,
      replay: replay === true || this.#isReplay ? true : undefined,
      key: told === 'message_accepted' ? this.#read(said, 'key') : undefined,
      outcome: outcomeOf(said, told),
      code: this.#read(said, 'code'),
      offset: numberAt(said.frame, said.rule.offset ?? this.#config.frames.fields.offset),
      cursor,
      clock: readClock(readPath(said.frame, said.rule.clock ?? this.#config.frames.fields.clock)),
      fallbacks: Number.isNaN(fallbacks) ? undefined : fallbacks,
      build: this.#read(said, 'build'),
      features: Array.isArray(features)
        ? features.filter((each) => typeof each === 'string')
        : undefined,
      text: this.#textOf(said, told),
      arguments_digest: told === 'tool_executing' ? digestOf(call?.input) : undefined,
      problems: told === 'tool_executing' ? call?.problems : undefined,
    };
    if (isTerminalKind(told)) this.#chain.end();
    return withoutHoles(event);
  }

  /** The text of a piece, or of the answer: as it is stated, or joined from its pieces. */
  #textOf(said: Said, kind: EventKind): string | undefined {
    if (kind === 'message_delta') {
      const piece = this.#read(said, 'text') ?? '';
      this.#text += piece;
      return piece;
    }
    if (kind !== 'agent_completed') return undefined;
    const joined = this.#config.promises.answer === 'joined';
    return this.#read(said, 'text') ?? (joined ? this.#text : undefined);
  }

  #noteCall(said: Said): Call | undefined {
    const id = this.#read(said, 'call');
    if (id === undefined) return undefined;
    const known = this.#calls.note(id, {
      tool: this.#read(said, 'tool'),
      piece: this.#read(said, 'inputPiece'),
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
    return [
      JSON.stringify(fill(tools.next, { results, turn: this.#chain.turn, tools: clientToolList })),
    ];
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

  #read(said: Said, field: keyof ProfileConfig['frames']['fields']): string | undefined {
    return readText(said.frame, said.rule[field] ?? this.#config.frames.fields[field]);
  }
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
  if (value === undefined || value === null || value === false) return expected;
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
