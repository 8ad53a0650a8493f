import { once } from 'node:events';
import { z } from 'zod';
import { WebSocket } from 'ws';
import { HarnessError } from '../../contract/harness-error.ts';
import type { InspectorCalls } from './write-snapshot.ts';

/** An answer to a call (`id`, and `result` or `error`), or an event that comes unasked (`method` and `params`). */
const MessageSchema = z.looseObject({
  id: z.int().optional(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.looseObject({ message: z.string() }).optional(),
  method: z.string().optional(),
  params: z.looseObject({ chunk: z.string().optional() }).optional(),
});

/** Speaks the protocol of Node's inspector (`node --inspect`), which is Chrome's. */
export class InspectorClient implements InspectorCalls {
  readonly #socket: WebSocket;
  readonly #url: string;
  readonly #waiting = new Map<number, PromiseWithResolvers<Record<string, unknown>>>();
  #takeChunk: (chunk: string) => void = () => {};
  #calls = 0;

  private constructor(socket: WebSocket, url: string) {
    this.#socket = socket;
    this.#url = url;
    socket.on('message', (data: Buffer) => this.#receive(data.toString('utf8')));
    socket.on('close', () => {
      for (const call of this.#waiting.values())
        call.reject(this.#fail('the inspected process is gone'));
      this.#waiting.clear();
    });
  }

  /** @throws {HarnessError} TARGET_UNREACHABLE when no inspector answers at this `ws://` address. */
  static async open(url: string): Promise<InspectorClient> {
    // Snapshots come in chunks of about 100 KB, but a single long string of the heap comes whole.
    const socket = new WebSocket(url, { perMessageDeflate: false, maxPayload: 512 * 1024 * 1024 });
    try {
      await once(socket, 'open');
    } catch (cause) {
      throw new HarnessError('TARGET_UNREACHABLE', `no inspector answers at ${url}`, {
        where: url,
        cause,
      });
    }
    return new InspectorClient(socket, url);
  }

  onChunk(take: (chunk: string) => void): void {
    this.#takeChunk = take;
  }

  async call(
    method: string,
    params: Readonly<Record<string, unknown>> = {},
  ): Promise<Record<string, unknown>> {
    const answered = Promise.withResolvers<Record<string, unknown>>();
    this.#calls += 1;
    this.#waiting.set(this.#calls, answered);
    this.#socket.send(JSON.stringify({ id: this.#calls, method, params }));
    return await answered.promise;
  }

  close(): void {
    this.#socket.close();
  }

  #fail(reason: string): HarnessError {
    return new HarnessError('MEASURED_PROCESS_FAILED', reason, { where: this.#url });
  }

  #receive(text: string): void {
    const { id, result, error, method, params } = MessageSchema.parse(JSON.parse(text));
    if (method === 'HeapProfiler.addHeapSnapshotChunk') this.#takeChunk(params?.chunk ?? '');
    if (id === undefined) return;
    const call = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) call?.resolve(result ?? {});
    else call?.reject(this.#fail(error.message));
  }
}
