import type { ConnectionFrame } from '../../../contract/wire-connection.ts';

/** Codes of the `error` frame. Never reused; a client may rely on them. */
export const refusals = {
  INVALID_JSON: 'the frame is not JSON',
  INVALID_SHAPE: 'a frame is a JSON object with a "type"',
  UNKNOWN_TYPE: 'this type of frame is not known',
  INVALID_FIELD: 'a field is missing, unknown or of the wrong type',
  NOT_FOUND: 'no such thread or run',
  RUN_ENDED: 'the run has ended',
  TOO_MANY_RUNS: 'too many runs are open; wait until one has ended',
  RATE_LIMITED: 'too many frames; slow down',
  SHUTTING_DOWN: 'the server is restarting; send it again after reconnecting',
  INTERNAL: 'the server could not handle the frame; nothing was done',
} as const;

export type RefusalCode = keyof typeof refusals;

export interface Refusal {
  readonly code: RefusalCode;
  /** What exactly, where that helps the caller and tells a stranger nothing. */
  readonly detail?: string;
  readonly inReplyTo?: string;
}

export function renderRefusal({ code, detail, inReplyTo }: Refusal): string {
  const frame: ConnectionFrame = {
    type: 'error',
    code,
    message: detail === undefined ? refusals[code] : `${refusals[code]}: ${detail}`,
    ...(inReplyTo === undefined ? {} : { in_reply_to: inReplyTo }),
  };
  return JSON.stringify(frame);
}
