import type { Credentials } from '../transports/transport.ts';
import type { User } from '../user.ts';

/** For targets without a login: the password of a user is the key that every request carries. */
export function loginWithKey(_baseUrl: string, { password }: User): Promise<Credentials> {
  return Promise.resolve({ token: password, secrets: [password], exchanges: [] });
}
