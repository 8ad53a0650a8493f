import type { FrameRecord } from '../../contract/history.ts';
import { outermostKeys } from './extra-layer.ts';

/** Frames that are looked at to learn how this target's frames look. */
const learnedFrom = 64;

/** The outermost fields of frames that were understood. */
export class KnownKeys {
  readonly keys = new Set<string>();
  #frames = 0;

  /** Learns from a frame whose event was understood. */
  learn(record: FrameRecord): void {
    if (this.#frames >= learnedFrom) return;
    this.#frames += 1;
    for (const key of outermostKeys(record.raw)) this.keys.add(key);
  }
}

/** The projection found no name in it: neither a known kind nor an unknown one. */
export function isNameless({ events }: FrameRecord): boolean {
  return events.length === 1 && events[0]?.kind === 'unknown' && events[0].name === undefined;
}
