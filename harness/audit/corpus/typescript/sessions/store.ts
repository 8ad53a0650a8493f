export class SessionStore {
  readonly #rows = new Map<string, string>();
  readonly #lifetimeSeconds: number;
  constructor(lifetimeSeconds: number) {
    this.#lifetimeSeconds = lifetimeSeconds;
  }
  async saveSession(sessionId: string, userId: string): Promise<void> {
    this.#rows.set(sessionId, userId + this.#lifetimeSeconds);
  }
  async findSession(sessionId: string): Promise<string | undefined> {
    return this.#rows.get(sessionId);
  }
  async expireSessions(before: Date): Promise<number> {
    return before.getTime();
  }
}
