import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { EventKind } from '../../contract/event-kind.ts';
import {
  historyFormat,
  type History,
  type HistoryRecord,
  type RecordOf,
} from '../../contract/history.ts';
import type { Promises } from '../../contract/promises.ts';

/** A target that promises everything there is: what test histories are judged by unless they say otherwise. */
export const strictPromises: Promises = {
  kinds: {
    agent_started: 'required',
    agent_thinking: 'required',
    tool_executing: 'required',
    tool_completed: 'required',
    agent_completed: 'required',
  },
  order: [
    { before: 'agent_started', after: 'agent_thinking', scope: 'run' },
    { before: 'agent_started', after: 'tool_executing', scope: 'run' },
    { before: 'agent_started', after: 'message_delta', scope: 'run' },
    { before: 'agent_thinking', after: 'agent_completed', scope: 'run' },
    { before: 'tool_executing', after: 'tool_completed', scope: 'call' },
    { before: 'tool_completed', after: 'agent_completed', scope: 'run' },
  ],
  sequence: { scope: 'run', density: 'dense', first: 1, resets_on: 'never' },
  duplicates: 'declared',
  terminal: { per: 'run', allowed_after: [] },
  completions: 'one-per-run',
  visibility: 'own-user',
  deadlines: {
    first_event_ms: 1_000,
    terminal_ms: 5_000,
    pong_ms: 1_000,
    upgrade_ms: 1_000,
    cancel_ms: 500,
  },
  budgets: { first_event_ms: 500, run_ms: 2_000 },
  capabilities: [
    'resume',
    'cancel',
    'heartbeat',
    'fallback-count',
    'history',
    'cursor',
    'tool-timeout',
    'several-ways-in',
  ],
};

type Stamp = 'n' | 'at' | 'wall';
type Rest<Type extends HistoryRecord['type']> = Partial<
  Omit<RecordOf<Type>, Stamp | 'type' | 'user' | 'connection' | 'epoch'>
>;

/** Milliseconds between two records of a built history. */
const pace = 10;

/** Writes histories by hand, for tests: each call adds one record, ten milliseconds after the one before. */
export class HistoryBuilder {
  readonly promises: Promises;
  readonly records: HistoryRecord[] = [];
  readonly #users = new Map<string, string>();
  readonly #epochs = new Map<string, number>();
  readonly #numbers = new Map<string, number>();
  #now = 0;

  constructor(promises: Partial<Promises> = {}) {
    this.promises = { ...strictPromises, ...promises };
  }

  get history(): History {
    return {
      header: {
        format: historyFormat,
        tool_version: 'test',
        target: 'built',
        profile: 'built',
        promises: this.promises,
        journey: 'built',
        seed: 'built',
        started_at: '2026-01-01T00:00:00.000Z',
        environment: {
          node: 'v24',
          platform: 'test',
          cpu: 'test',
          cores: 1,
          memory_mb: 1,
          ci: false,
        },
      },
      records: this.records,
    };
  }

  /** Lets time pass before the next record. */
  wait(ms: number): this {
    this.#now += ms;
    return this;
  }

  open(connection: string, user: string, rest: Rest<'open'> = {}): this {
    const epoch = (this.#epochs.get(connection) ?? -1) + 1;
    this.#users.set(connection, user);
    this.#epochs.set(connection, epoch);
    return this.add({ type: 'open', connection, epoch, user, outcome: 'accepted', ...rest });
  }

  close(connection: string, rest: Rest<'close'> = {}): this {
    return this.add({ type: 'close', ...this.#link(connection), cause: 'close-frame', ...rest });
  }

  act(connection: string, act: RecordOf<'act'>['act'], rest: Rest<'act'> = {}): this {
    return this.add({ type: 'act', connection, user: this.#user(connection), act, ...rest });
  }

  /** A message that asks for a run: the act, the frame, and the target's word that it took the message. */
  chat(connection: string, run: string, rest: Rest<'act'> = {}): this {
    const key = `key-${run}`;
    this.act(connection, 'chat', { key, ...rest });
    this.send(connection, JSON.stringify({ type: 'chat_message', content: 'hello', key }));
    return this.event(connection, { kind: 'message_accepted', key, run, thread: `thread-${run}` });
  }

  send(connection: string, raw: string): this {
    return this.#frame(connection, 'sent', raw, []);
  }

  /** A received frame with one event; `raw` defaults to the event as JSON. */
  event(connection: string, event: CanonicalEvent, rest: Rest<'frame'> = {}): this {
    const raw = rest.raw ?? JSON.stringify({ ...event, kind: undefined, type: event.kind });
    return this.#frame(connection, 'received', raw, [event], rest);
  }

  /** The next event of a run, numbered. */
  say(
    connection: string,
    run: string,
    kind: EventKind,
    rest: Partial<CanonicalEvent> = {},
    frame: Rest<'frame'> = {},
  ): this {
    const line = `${connection} ${run}`;
    const seq = rest.seq ?? (this.#numbers.get(line) ?? 0) + 1;
    this.#numbers.set(line, seq);
    const place = { run, thread: `thread-${run}`, user: `id-${this.#user(connection)}` };
    return this.event(
      connection,
      { kind, ...place, agent: 'assistant', id: `${run}-${seq}`, seq, ...rest },
      frame,
    );
  }

  /** A received frame that is not one well-formed event. */
  frame(connection: string, raw: string, rest: Rest<'frame'> = {}): this {
    return this.#frame(connection, 'received', raw, rest.events ?? [], rest);
  }

  plant(user: string, canary: string): this {
    return this.add({ type: 'plant', user, canary, via: 'tool' });
  }

  end(reason: RecordOf<'end'>['reason'] = 'complete'): this {
    return this.add({ type: 'end', reason });
  }

  add<Type extends HistoryRecord['type']>(
    record: { type: Type } & Omit<RecordOf<Type>, Stamp | 'type'>,
  ): this {
    const n = this.records.length;
    const stamped = { ...record, n, at: this.#now, wall: 1_767_225_600_000 + this.#now };
    this.records.push(stamped as unknown as HistoryRecord);
    this.#now += pace;
    return this;
  }

  #frame(
    connection: string,
    direction: 'sent' | 'received',
    raw: string,
    events: CanonicalEvent[],
    rest: Rest<'frame'> = {},
  ): this {
    return this.add({
      type: 'frame',
      ...this.#link(connection),
      direction,
      raw,
      encoding: 'text',
      bytes: raw.length,
      events,
      ...rest,
    });
  }

  #user(connection: string): string {
    return this.#users.get(connection) ?? 'nobody';
  }

  #link(connection: string): { connection: string; epoch: number } {
    return { connection, epoch: this.#epochs.get(connection) ?? 0 };
  }
}
