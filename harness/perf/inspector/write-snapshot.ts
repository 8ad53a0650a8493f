import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

/** Whoever speaks the inspector's protocol: a Node process or a page. */
export interface InspectorCalls {
  call(method: string, params?: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** Takes the chunks of a snapshot from now on, in place of who took them before. */
  onChunk(take: (chunk: string) => void): void;
}

/** Stores a heap snapshot; stops the process or page while it is taken. */
export async function writeSnapshot(inspected: InspectorCalls, file: string): Promise<void> {
  const stream = createWriteStream(file);
  inspected.onChunk((chunk) => stream.write(chunk));
  await inspected.call('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  stream.end();
  await finished(stream);
}
