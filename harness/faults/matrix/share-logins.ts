import type { Target } from '../../targets/target.ts';
import type { Credentials } from '../../targets/transports/transport.ts';

/** A target whose users log in once, however often they are lent: hashing passwords would take most of the time. */
export function shareLogins(target: Target): Target {
  const { transport } = target.profile;
  const known = new Map<string, Promise<Credentials>>();
  const profile = {
    ...target.profile,
    transport: {
      ...transport,
      login: (...[, user]: Parameters<typeof transport.login>) => {
        const login = known.get(user.name) ?? transport.login(target.url, user);
        known.set(user.name, login);
        return login;
      },
    },
  };
  return { ...target, profile };
}
