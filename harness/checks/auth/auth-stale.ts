import type { CheckDeclaration } from '../../contract/check.ts';
import { terminalKinds } from '../../contract/event-kind.ts';
import { openDenials } from './open-denials.ts';
import { authValue } from './value.ts';

export const authStale: CheckDeclaration = {
  id: 'AUTH-STALE',
  level: 'MUST',
  title: 'a logout ends access',
  requirement:
    'Once a logout is confirmed, its credential opens nothing and its connections get no new run.',
  reason: 'Who logs out on a borrowed machine counts on it.',
  value: authValue,
  scope: 'history',
  hears: ['open', 'close', 'http', 'first', ...terminalKinds],
  provenBy: ['F77'],
  leftGreenBy: ['K07', 'K08'],
  open: (context) =>
    openDenials(context, {
      credentials: new Set(['logged-out']),
      endsWelcome: (record) =>
        record.type === 'http' && record.purpose === 'logout' && record.status < 300
          ? { user: record.user }
          : undefined,
    }),
};
