import { deflateRawSync } from 'node:zlib';

/** What is packed here repeats itself so much that higher levels gain little and cost much. */
const level = 3;

/** A value as deflated JSON in base64: every browser opens it again without a library. */
export function pack(value: unknown): string {
  return deflateRawSync(JSON.stringify(value), { level }).toString('base64');
}
