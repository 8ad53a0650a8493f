const storageKey = 'golden-path-refresh';

/** Seconds before its end at which an access token is renewed. */
const margin = 30;

/** The login of this tab. The access token lives in memory only; the refresh token survives a reload. */
export class Session {
  #access = '';
  #expiresAt = 0;
  #renewal;
  user = { id: '', email: '' };

  /** Throws an Error that can be shown. */
  async login(email, password) {
    const response = await post('/auth/login', { email, password });
    if (response.status === 401) throw new Error('Email or password is wrong.');
    if (response.status === 429) throw new Error('Too many attempts. Wait a minute.');
    if (!response.ok) throw new Error('The server could not log you in.');
    this.#keep(await response.json());
  }

  /** True when an earlier login of this tab still holds; throws when the server cannot be reached. */
  async restore() {
    if (sessionStorage.getItem(storageKey) === null) return false;
    return (await this.token(true)) !== undefined;
  }

  /** An access token that is good for a while; undefined when the login has ended. Throws while the server is away. */
  async token(renew = false) {
    if (!renew && performance.now() < this.#expiresAt) return this.#access;
    // One renewal at a time: a refresh token that is used twice ends the session.
    this.#renewal ??= this.#renew().finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  async logout() {
    const token = await this.token();
    this.forget();
    await fetch('/auth/logout', { method: 'POST', headers: { authorization: `Bearer ${token}` } });
  }

  forget() {
    sessionStorage.removeItem(storageKey);
    this.#expiresAt = 0;
  }

  /** Reads JSON; throws when the answer is not a success. */
  async get(path) {
    const response = await fetch(path, {
      headers: { authorization: `Bearer ${await this.token()}` },
    });
    if (!response.ok) throw new Error(`${path} gave ${response.status}`);
    return response.json();
  }

  async #renew() {
    const response = await post('/auth/refresh', {
      refresh_token: sessionStorage.getItem(storageKey) ?? '-',
    });
    if (response.status === 401) {
      this.forget();
      return undefined;
    }
    if (!response.ok) throw new Error('The server is not ready.');
    this.#keep(await response.json());
    return this.#access;
  }

  #keep(grant) {
    this.#access = grant.access_token;
    this.#expiresAt = performance.now() + (grant.expires_in - margin) * 1000;
    this.user = grant.user;
    sessionStorage.setItem(storageKey, grant.refresh_token);
  }
}

function post(path, body) {
  return fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
