import type { Writable } from 'node:stream';
import { readText, writeText } from './frame-splitter.ts';

interface RunEvent {
  readonly type: string;
  readonly seq: number;
  readonly run_id: string;
}

interface LiveRun {
  readonly last: RunEvent;
  readonly socket: Writable;
}

interface Notes {
  readonly texts: string[];
  readonly timer: NodeJS.Timeout;
}

/** A long export must show a sign of life now and then. */
const flushMs = 20_000;

/**
 * Status notes of the tools, sent past the app: an app that is busy with an export would hold them back.
 * They are collected and go out together, because the mobile clients pay for every frame.
 */
export class LiveChannel {
  readonly #runs = new Map<string, LiveRun>();
  readonly #notes = new Map<string, Notes>();

  /** May be called before the first frame of the run has passed. */
  note(runId: string, text: string): void {
    const notes = this.#notes.get(runId) ?? {
      texts: [],
      timer: setTimeout(() => this.#flush(runId), flushMs).unref(),
    };
    notes.texts.push(text);
    this.#notes.set(runId, notes);
  }

  /** Hands a frame of the app on to its reader. */
  relay(frame: Buffer, socket: Writable): void {
    socket.write(frame);
    const event = readEvent(frame);
    if (event === undefined) return;
    this.#runs.set(event.run_id, { last: event, socket });
    if (event.type.startsWith('agent_') && /_(completed|error|cancelled)$/.test(event.type)) {
      // What is left must not be lost when the chat is over.
      this.#flush(event.run_id);
      this.#runs.delete(event.run_id);
    }
  }

  #flush(runId: string): void {
    const run = this.#runs.get(runId);
    const notes = this.#notes.get(runId);
    this.#notes.delete(runId);
    clearTimeout(notes?.timer);
    if (run === undefined || notes === undefined) return;
    const seq = run.last.seq + 1;
    const status = {
      ...run.last,
      type: 'progress_update',
      event_id: `${runId}.live.${seq}`,
      seq,
      timestamp: new Date().toISOString(),
      payload: { status: 'working', notes: notes.texts },
    };
    run.socket.write(writeText(JSON.stringify(status)));
  }
}

function readEvent(frame: Buffer): RunEvent | undefined {
  const text = readText(frame);
  if (text === undefined || !text.includes('"seq"')) return undefined;
  return JSON.parse(text) as RunEvent;
}
