import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** `session id . secret`: the id finds the login, the secret proves it. */
export interface RefreshToken {
  readonly sessionId: string;
  readonly hash: string;
  readonly text: string;
}

function describe(sessionId: string, secret: string): RefreshToken {
  const hash = createHash('sha256').update(secret).digest('base64url');
  return { sessionId, hash, text: `${sessionId}.${secret}` };
}

/** A new secret, for a new login or for the next use of `sessionId`. */
export function createRefreshToken(sessionId: string = randomUUID()): RefreshToken {
  return describe(sessionId, randomBytes(32).toString('base64url'));
}

export function parseRefreshToken(text: string): RefreshToken | undefined {
  const [sessionId, secret, rest] = text.split('.');
  if (!sessionId || !secret || rest !== undefined) return undefined;
  return describe(sessionId, secret);
}
