import type { EventChunk } from '../store/event-store.ts';

export interface NumberedFrame {
  readonly runId: string;
  readonly seq: number;
  readonly text: string;
}

/** Gathers the frames of each run: numbers of one run follow each other within a batch. */
export function collectChunks(frames: readonly NumberedFrame[]): EventChunk[] {
  const chunks = new Map<string, { runId: string; firstSeq: number; frames: string[] }>();
  for (const { runId, seq, text } of frames) {
    const chunk = chunks.get(runId);
    if (chunk === undefined) chunks.set(runId, { runId, firstSeq: seq, frames: [text] });
    else chunk.frames.push(text);
  }
  return [...chunks.values()];
}
