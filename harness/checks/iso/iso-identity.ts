import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { isolationValue } from './value.ts';

export const isoIdentity: CheckDeclaration = {
  id: 'ISO-IDENTITY',
  level: 'MUST',
  title: 'everybody is greeted as who they are',
  requirement:
    'Each user is greeted under one identity on all connections, and no two users under the same.',
  reason: 'A cached login without the user in its key makes one user out of two.',
  value: isolationValue,
  scope: 'connection',
  hears: ['connection_established'],
  provenBy: ['D42'],
  leftGreenBy: ['K07', 'K15', 'K25'],
  open,
};

interface Greeting {
  readonly n: number;
  readonly user: string;
  readonly identity: string;
}

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const byUser = new Map<string, Greeting>();
  const byIdentity = new Map<string, Greeting>();
  return {
    step(record, event) {
      if (record.type !== 'frame' || event?.user === undefined) return;
      const user = context.userOf(record.connection);
      if (user === undefined) return;
      findings.meet();
      const greeting: Greeting = { n: record.n, user, identity: event.user };
      const before = byUser.get(user) ?? greeting;
      const other = byIdentity.get(event.user) ?? greeting;
      byUser.set(user, before);
      byIdentity.set(event.user, other);
      const clash = before.identity === greeting.identity ? other : before;
      if (clash.user === user && clash.identity === event.user) return;
      findings.fail(
        [clash.n, record.n],
        'Each user must have an identity of their own because everything is filed under it.',
        `However, ${clash.user} is ${clash.identity} in record ${clash.n}, and ${user} is ${event.user} in record ${record.n}.`,
      );
    },
    end: () => findings.outcome(),
  };
}
