import type { AccountStore } from '../store/account-store.ts';
import type { SessionStore } from '../store/session-store.ts';
import type { AccessTokens } from './access-token.ts';
import type { Identity } from './identity.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { createRefreshToken, parseRefreshToken, type RefreshToken } from './refresh-token.ts';

export interface Grant {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  /** Seconds. */
  readonly expires_in: number;
  readonly refresh_token: string;
  readonly user: { readonly id: string; readonly email: string };
}

export interface AuthorityOptions {
  readonly accounts: AccountStore;
  readonly sessions: SessionStore;
  readonly tokens: AccessTokens;
  /** Called after a session was revoked, by logout or because a stolen refresh token showed up. */
  readonly onRevoked: (sessionId: string) => Promise<void>;
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

const sessionLifetimeMs = 12 * 60 * 60 * 1000;

/** The one place that decides who somebody is. Every answer is a yes or `undefined`: reasons help attackers only. */
export class Authority {
  readonly #options: AuthorityOptions;
  readonly #now: () => number;
  /** Compared against when the account does not exist, so that both cases take equally long. */
  #nobody: Promise<string> | undefined;

  constructor(options: AuthorityOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  async login(email: string, password: string): Promise<Grant | undefined> {
    const account = await this.#options.accounts.findByEmail(email);
    const hash = account?.passwordHash ?? (await (this.#nobody ??= hashPassword('')));
    const matches = await verifyPassword(password, hash);
    if (account === undefined || !matches) return undefined;
    const refresh = createRefreshToken();
    await this.#options.sessions.open({
      sessionId: refresh.sessionId,
      userId: account.userId,
      refreshHash: refresh.hash,
      expiresAt: this.#now() + sessionLifetimeMs,
    });
    return this.#grant(account.userId, account.email, refresh);
  }

  /** Gives new tokens for old. A refresh token that was used before ends the whole session: one of its two holders is a thief. */
  async refresh(text: string): Promise<Grant | undefined> {
    const { accounts, sessions } = this.#options;
    const used = parseRefreshToken(text);
    const session = used && (await sessions.find(used.sessionId));
    if (!used || !session || session.revoked || session.expiresAt <= this.#now()) return undefined;
    const next = createRefreshToken(session.sessionId);
    if (!(await sessions.rotate(session.sessionId, used.hash, next.hash))) {
      await this.revoke(session.sessionId);
      return undefined;
    }
    const account = await accounts.findById(session.userId);
    return account && this.#grant(account.userId, account.email, next);
  }

  /** Who the access token stands for, as long as its session lives. */
  async identify(accessToken: string): Promise<Identity | undefined> {
    const identity = await this.#options.tokens.read(accessToken);
    return identity && (await this.isLive(identity)) ? identity : undefined;
  }

  async isLive({ sessionId }: Identity): Promise<boolean> {
    const session = await this.#options.sessions.find(sessionId);
    return session !== undefined && !session.revoked && session.expiresAt > this.#now();
  }

  async revoke(sessionId: string): Promise<void> {
    await this.#options.sessions.revoke(sessionId);
    await this.#options.onRevoked(sessionId);
  }

  async #grant(userId: string, email: string, refresh: RefreshToken): Promise<Grant> {
    const { tokens } = this.#options;
    return {
      access_token: await tokens.issue({ userId, sessionId: refresh.sessionId }),
      token_type: 'Bearer',
      expires_in: tokens.lifetime,
      refresh_token: refresh.text,
      user: { id: userId, email },
    };
  }
}
