import { jwtVerify, SignJWT } from 'jose';
import type { Identity } from './identity.ts';

const algorithm = 'HS256';
const party = 'golden-path';

export interface AccessTokens {
  /** Seconds until a token runs out. */
  readonly lifetime: number;
  issue(identity: Identity): Promise<string>;
  /** Undefined for whatever is not a token of ours that is valid now; the reason stays here. */
  read(token: string): Promise<Identity | undefined>;
}

/** `lifetime` in seconds. Tokens are compact JWTs; the session id lets a logout end them early. */
export function createAccessTokens(key: Uint8Array, lifetime: number): AccessTokens {
  return {
    lifetime,
    issue: ({ userId, sessionId }) =>
      new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg: algorithm })
        .setSubject(userId)
        .setIssuer(party)
        .setAudience(party)
        .setIssuedAt()
        .setExpirationTime(`${lifetime}s`)
        .sign(key),
    read: async (token) => {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: [algorithm],
          issuer: party,
          audience: party,
        });
        const sessionId = payload['sid'];
        if (payload.sub === undefined || typeof sessionId !== 'string') return undefined;
        return { userId: payload.sub, sessionId };
      } catch {
        return undefined;
      }
    },
  };
}
