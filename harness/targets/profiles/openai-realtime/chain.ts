import type { CanonicalEvent } from '../../../contract/canonical-event.ts';
import { digestOf } from '../digest-of.ts';
import { withoutHoles, type Holed } from '../without-holes.ts';
import { isFailure } from './client-events.ts';
import { answerOf, callsOf, type Item, type SocketEvent } from './socket-event.ts';

/** Something the client sent, and its record number. */
interface Sent {
  readonly key: string;
  readonly n: number;
}

const endings: Readonly<Record<string, Pick<CanonicalEvent, 'kind' | 'outcome'>>> = {
  completed: { kind: 'agent_completed', outcome: 'completed' },
  cancelled: { kind: 'agent_cancelled', outcome: 'cancelled' },
  incomplete: { kind: 'agent_error', outcome: 'interrupted' },
};

/**
 * A run as a chain of turns: each turn is a response; one that calls tools of the client is followed by another, and the
 * first that calls none ends the run. The run is named by its first response.
 */
export class Chain {
  #asked: Sent | undefined;
  #run: string | undefined;
  #turn: string | undefined;
  #open = false;
  readonly #tools = new Map<string, string | undefined>();
  /** Record numbers of results that were sent, by call. */
  readonly #results = new Map<string, number>();

  /** Notes an item that the client sent: a message, or the result of a call. */
  noteSent({ type, id, call_id: call }: Item, n: number): void {
    if (type === 'message' && id !== undefined) this.#asked = { key: id, n };
    if (type === 'function_call_output' && call !== undefined) this.#results.set(call, n);
  }

  /** To be told of every event first: the first one of a response may begin a run, which shows that the message was taken. */
  enter({ response, response_id: turn = response?.id }: SocketEvent): CanonicalEvent[] {
    if (turn === undefined || turn === this.#turn) return [];
    this.#turn = turn;
    // An open run goes on with its next turn, unless a new message waits: then its end was lost.
    if (this.#open && this.#asked === undefined) return [];
    this.#open = true;
    this.#run = turn;
    if (this.#asked === undefined) return [];
    const { key, n } = this.#asked;
    this.#asked = undefined;
    return [withoutHoles({ kind: 'message_accepted', run: turn, key, derived_from: n })];
  }

  /** A response was created: a run starts, or goes on with its next turn. */
  beginTurn(event: SocketEvent): CanonicalEvent {
    const kind = this.#turn === this.#run ? 'agent_started' : 'progress_update';
    return this.tell(event, { kind });
  }

  /** A response is done: without calls, or unsuccessful, it is the last of its run. */
  endTurn(event: SocketEvent): CanonicalEvent {
    const { status } = event.response ?? {};
    const ending = endings[status ?? 'completed'] ?? { kind: 'agent_error', outcome: 'failed' };
    if (ending.kind === 'agent_completed' && callsOf(event).length > 0) {
      return this.tell(event, { kind: 'progress_update' });
    }
    const text = ending.kind === 'agent_completed' ? answerOf(event) : undefined;
    this.#open = false;
    return this.tell(event, { ...ending, text });
  }

  callTool(event: SocketEvent, { call_id: call, name, arguments: input }: Item): CanonicalEvent {
    if (call !== undefined) this.#tools.set(call, name);
    const arguments_digest = digestOf(input);
    return this.tell(event, { kind: 'tool_executing', call, tool: name, arguments_digest });
  }

  /** The target shows a result that the client gave. */
  takeResult(event: SocketEvent, { call_id: call = '', output }: Item): CanonicalEvent {
    return this.tell(event, {
      kind: 'tool_completed',
      call,
      tool: this.#tools.get(call),
      outcome: isFailure(output) ? 'failed' : 'completed',
      derived_from: this.#results.get(call),
    });
  }

  /** What goes on inside a run; nothing between runs, where no check asks for it. */
  goOn(event: SocketEvent): CanonicalEvent[] {
    return this.#open ? [this.tell(event, { kind: 'progress_update' })] : [];
  }

  tell(event: SocketEvent, said: Holed): CanonicalEvent {
    const { type: name, event_id: id } = event;
    return withoutHoles({ name, id, run: this.#run, turn: this.#turn, ...said });
  }
}
