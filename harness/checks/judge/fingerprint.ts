import { kindEntry } from './kind-table.ts';
import type { CanonicalEvent } from '../../contract/canonical-event.ts';

/** 32 signed bits of everything an event says, except whether it is a repetition (FNV-1a). */
export function fingerprint(event: CanonicalEvent): number {
  return event.digest === undefined ? printOfContent(event) : mix(start, event.digest);
}

/** The same of what an event says beside its number, its time and its ids. */
export function printOfContent(event: CanonicalEvent): number {
  let hash = Math.imul(start ^ kindEntry(event.kind).index, prime);
  hash = mix(hash, event.name);
  hash = mix(hash, event.call);
  hash = mix(hash, event.tool);
  hash = mix(hash, event.text);
  hash = mix(hash, event.outcome);
  hash = mix(hash, event.code);
  return Math.imul(hash ^ (event.offset ?? -1), prime);
}

const start = 0x811c9dc5;
const prime = 0x01000193;

function mix(seed: number, text: string | undefined): number {
  let hash = Math.imul(seed ^ 0xff, prime);
  if (text === undefined) return hash;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), prime);
  }
  return hash;
}
