import type { RecordOf } from '../../contract/history.ts';
import { converse, legalSteps } from '../testing/conversation.ts';
import type { Damage } from '../testing/damage.ts';
import type { HistoryBuilder } from '../testing/history-builder.ts';

type Open = Partial<RecordOf<'open'>>;
const comes = (open: Open, then?: (built: HistoryBuilder) => void) => () =>
  converse({
    after: (built) => {
      built.open('x', 'mallory', open);
      then?.(built);
      built.wait(2_000);
    },
  });

export const authDamages: readonly Damage[] = [
  {
    fault: 'D04',
    title: 'a header is taken out on the way',
    owner: 'AUTH-WAYS',
    entails: ['WIRE-UPGRADE'],
    build: comes({ via: 'subprotocol' }, (built) =>
      built
        .close('x', { cause: 'probe' })
        .open('x', 'mallory', { via: 'header', outcome: 'refused', status: 401 }),
    ),
  },
  {
    fault: 'F72',
    title: 'no token is needed',
    owner: 'AUTH-DENY',
    build: comes({ credential: 'none' }),
  },
  {
    fault: 'F73',
    title: 'a malformed token gets a run',
    owner: 'AUTH-DENY',
    build: comes({ credential: 'malformed' }, (built) => talk(built, 'x', 'r3')),
  },
  {
    fault: 'F74',
    title: 'an expired token is refused with 500',
    owner: 'AUTH-DENY',
    build: comes({ credential: 'expired', outcome: 'refused', status: 500 }),
  },
  {
    fault: 'F65',
    title: 'a refusal shows code',
    owner: 'AUTH-DENY',
    build: comes({
      credential: 'none',
      outcome: 'refused',
      status: 401,
      detail: 'Error\n at check (app.js:1:2)',
    }),
  },
  {
    fault: 'D05',
    title: 'an expired token is closed with 1011',
    owner: 'AUTH-DENY',
    entails: ['WIRE-CLOSE'],
    build: comes({ credential: 'expired' }, (built) => built.close('x', { code: 1011 })),
  },
  {
    fault: 'F75',
    title: 'a revoked token goes on',
    owner: 'AUTH-DENY',
    build: () =>
      converse({ after: (built) => talk(built.act('a', 'revoke').wait(1_000), 'a', 'r3') }),
  },
  {
    fault: 'F77',
    title: 'a run begins after the logout',
    owner: 'AUTH-STALE',
    build: () => converse({ after: (built) => talk(logOut(built), 'a', 'r3') }),
  },
  {
    fault: 'F77',
    title: 'the token of a logout opens a connection',
    owner: 'AUTH-STALE',
    build: comes({ credential: 'logged-out' }),
  },
];

function talk(built: HistoryBuilder, connection: string, run: string): void {
  built.chat(connection, run);
  for (const [kind, rest] of legalSteps(run, 'words')) built.say(connection, run, kind, rest);
}

function logOut(built: HistoryBuilder): HistoryBuilder {
  const request = { method: 'POST', path: '/logout', status: 204, duration_ms: 1 };
  return built.add({ type: 'http', user: 'ada', ...request, purpose: 'logout' });
}
