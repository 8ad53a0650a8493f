import type { CheckDeclaration } from '../../contract/check.ts';
import { terminalKinds } from '../../contract/event-kind.ts';
import { openDenials } from './open-denials.ts';
import { authValue } from './value.ts';

/** A credential that was good until a logout is AUTH-STALE, somebody else's is ISO-TRESPASS. */
export const authDeny: CheckDeclaration = {
  id: 'AUTH-DENY',
  level: 'MUST',
  title: 'whoever may not come in stays out',
  requirement:
    'Without a valid credential nobody gets an event; the refusal is 401, 403, 1008, 4401 or 4403, and shows no code.',
  reason:
    'A wrong code makes clients reconnect for ever, and an open door is found by others first.',
  value: authValue,
  scope: 'history',
  hears: ['open', 'close', 'http', 'act', 'first', ...terminalKinds],
  provenBy: ['F65', 'F72', 'F73', 'F74', 'F75', 'D05', 'D07'],
  leftGreenBy: ['K07', 'K08'],
  open: (context) =>
    openDenials(context, {
      credentials: new Set(['none', 'malformed', 'expired', 'revoked']),
      endsWelcome: (record) =>
        record.type === 'act' && record.act === 'revoke' && record.connection !== undefined
          ? { connection: record.connection }
          : undefined,
    }),
};
