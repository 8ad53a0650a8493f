import { isUtf8 } from 'node:buffer';

/** The text that these bytes are; `undefined` where they are no UTF-8. */
export function readText(bytes: Buffer): string | undefined {
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}
