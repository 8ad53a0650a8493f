import type { Measurement } from '../../contract/measurement.ts';
import type { Target } from '../../targets/target.ts';
import { measureHttp, type HttpLoad } from '../http/measure-http.ts';

export interface EndpointOptions {
  /** Requests to each endpoint (200). */
  readonly requests?: number;
  /** Connections that ask at once (10). */
  readonly connections?: number;
  readonly limits?: HttpLoad['limits'];
}

/**
 * The HTTP endpoints of the reference wire under load: login, socket ticket and thread list.
 * Other profiles have endpoints of their own: measure those with `measureHttp`.
 *
 * @returns `http.login.*`, `http.ticket.*`, `http.threads.*`; nothing for another profile.
 * @throws {HarnessError} TARGET_UNREACHABLE or TARGET_LOGIN_REFUSED.
 */
export async function measureEndpoints(
  target: Target,
  { requests = 200, connections = 10, limits = {} }: EndpointOptions = {},
): Promise<Measurement[]> {
  const [user] = target.users;
  if (target.profile.name !== 'reference' || user === undefined) return [];
  const { token } = await target.profile.transport.login(target.url, user);
  const json = { 'content-type': 'application/json' };
  const authorization = { authorization: `Bearer ${token}` };
  const { email, password } = user;
  const endpoints: Pick<HttpLoad, 'name' | 'url' | 'method' | 'headers' | 'body'>[] = [
    {
      name: 'login',
      url: `${target.url}/auth/login`,
      method: 'POST',
      headers: json,
      body: JSON.stringify({ email, password }),
    },
    { name: 'ticket', url: `${target.url}/auth/ws-ticket`, method: 'POST', headers: authorization },
    { name: 'threads', url: `${target.url}/threads`, headers: authorization },
  ];
  const measurements: Measurement[] = [];
  for (const endpoint of endpoints) {
    const load = { ...endpoint, connections, limits, until: { requests } };
    measurements.push(...(await measureHttp(load)));
  }
  return measurements;
}
