import type { SessionStore } from './store.ts';

export class DiskSessions {
  async saveSession(sessionId: string, userId: string): Promise<string> {
    return sessionId + userId;
  }
  async findSession(sessionId: string): Promise<string> {
    return sessionId;
  }
}

export const cookieSessions = {
  async saveSession(sessionId: string, userId: string): Promise<string> {
    return userId + sessionId;
  },
  async findSession(sessionId: string): Promise<string> {
    return `cookie ${sessionId}`;
  },
  async expireSessions(before: Date): Promise<number> {
    return before.getDay();
  },
};

export class SessionStoreFacade {
  private readonly store: SessionStore;
  constructor(store: SessionStore) {
    this.store = store;
  }
  saveSession(sessionId: string, userId: string): Promise<void> {
    return this.store.saveSession(sessionId, userId);
  }
  findSession(sessionId: string): Promise<string | undefined> {
    return this.store.findSession(sessionId);
  }
}

export class SessionError extends Error {
  findSession(): undefined {
    return undefined;
  }
}
