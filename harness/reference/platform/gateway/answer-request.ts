import type { ConnectionFrame } from '../../../contract/wire-connection.ts';
import type { WireRequest } from '../../../contract/wire-request.ts';
import type { EventLog } from '../events/event-log.ts';
import { openReplay } from '../events/replay.ts';
import type { RunHost } from '../runs/run-host.ts';
import type { Store } from '../store/store.ts';
import { closeCode } from './close-code.ts';
import type { Connection } from './connection.ts';
import { parseRequest } from './parse-request.ts';
import { renderRefusal, type Refusal } from './refusal.ts';

type RequestOf<Type extends WireRequest['type']> = Extract<WireRequest, { type: Type }>;

export interface AnswerEquipment {
  readonly store: Store;
  readonly log: EventLog;
  readonly runs: RunHost;
  readonly replay: (frames: readonly string[]) => readonly string[];
  readonly mayAccess: (userId: string, ownerId: string) => boolean;
  readonly reportError: (error: unknown) => void;
}

function send(connection: Connection, frame: ConnectionFrame): void {
  void connection.send([JSON.stringify(frame)]);
}

/**
 * Ids nobody gave this user, one after the other: a client that lost its place asks for one or two, whoever tries
 * ids asks on. Whether they exist is not looked at, so that the end of the connection tells nothing.
 */
const strayPatience = 20;

function refuse(connection: Connection, refusal: Refusal): void {
  void connection.send([renderRefusal(refusal)]);
  if (refusal.code !== 'NOT_FOUND') return;
  connection.strayed += 1;
  if (connection.strayed >= strayPatience) {
    connection.close(closeCode.trespass, 'these ids are not yours');
  }
}

/** Answers what clients send. Whatever is wrong gets one `error` frame, and the connection lives on. */
export function createAnswerer(equipment: AnswerEquipment) {
  const { store, log, runs, replay, mayAccess, reportError } = equipment;

  async function startRun(connection: Connection, request: RequestOf<'chat_message'>) {
    const { idempotency_key } = request;
    const accepted = await runs.accept(connection.identity.userId, request);
    if (typeof accepted === 'string') {
      refuse(connection, { code: accepted, inReplyTo: idempotency_key });
      return;
    }
    connection.strayed = 0;
    const { threadId: thread_id, runId: run_id } = accepted;
    send(connection, { type: 'message_accepted', idempotency_key, thread_id, run_id });
    accepted.begin();
  }

  /** A stranger's run and one that never was look the same. */
  async function findRun(connection: Connection, runId: string) {
    const run = await store.runs.find(runId);
    if (run === undefined || !mayAccess(connection.identity.userId, run.userId)) return undefined;
    connection.strayed = 0;
    return run;
  }

  async function cancelRun(connection: Connection, { run_id }: RequestOf<'cancel'>) {
    const run = await findRun(connection, run_id);
    const refusal = run === undefined ? 'NOT_FOUND' : await runs.cancel(run, connection.id);
    if (refusal !== undefined) refuse(connection, { code: refusal, inReplyTo: run_id });
  }

  async function resumeRun(connection: Connection, request: RequestOf<'resume'>) {
    const run = await findRun(connection, request.run_id);
    if (run === undefined) {
      refuse(connection, { code: 'NOT_FOUND', inReplyTo: request.run_id });
      return;
    }
    log.insert(connection.identity.userId, async () => {
      try {
        const { texts, lastSeq } = await openReplay(store.events, run, request.after_seq, replay);
        connection.noteReplay({ runId: run.runId, seq: lastSeq });
        return texts.map((text) => ({ text, connection: connection.id }));
      } catch (error) {
        reportError(error);
        const text = renderRefusal({ code: 'INTERNAL', inReplyTo: request.run_id });
        return [{ text, connection: connection.id }];
      }
    });
  }

  async function answer(connection: Connection, request: WireRequest): Promise<void> {
    switch (request.type) {
      case 'chat_message':
        return startRun(connection, request);
      case 'cancel':
        return cancelRun(connection, request);
      case 'resume':
        return resumeRun(connection, request);
      case 'ping':
        send(connection, { type: 'pong' });
    }
  }

  return async (connection: Connection, text: string): Promise<void> => {
    const request = parseRequest(text);
    if ('code' in request) {
      refuse(connection, request);
      return;
    }
    try {
      await answer(connection, request);
    } catch (error) {
      reportError(error);
      refuse(connection, { code: 'INTERNAL' });
    }
  };
}
