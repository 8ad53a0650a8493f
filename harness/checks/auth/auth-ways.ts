import type { CheckDeclaration } from '../../contract/check.ts';
import type { RecordOf } from '../../contract/history.ts';
import { Findings } from '../findings.ts';
import { authValue } from './value.ts';

type Via = NonNullable<RecordOf<'open'>['via']>;

interface Tried {
  readonly accepted: Map<Via, number>;
  readonly refused: Map<Via, RecordOf<'open'>>;
}

/** Exercised by each further way that one user has tried. */
export const authWays: CheckDeclaration = {
  id: 'AUTH-WAYS',
  level: 'MUST',
  title: 'a credential opens every door',
  requirement:
    'A credential that opens a connection in one way opens it in every way that the target offers.',
  reason:
    'A proxy once took a header out: all who came by it stayed outside, and the tests came another way.',
  value: authValue,
  scope: 'history',
  hears: ['open'],
  provenBy: ['D04'],
  leftGreenBy: ['K07', 'K16'],
  applies: ({ capabilities }) =>
    capabilities.includes('several-ways-in') || 'the target offers one way in',
  open() {
    const findings = new Findings();
    const triedBy = new Map<string, Tried>();
    return {
      step(record) {
        if (record.type !== 'open' || record.via === undefined) return;
        if ((record.credential ?? 'valid') !== 'valid') return;
        const tried = triedBy.get(record.user) ?? { accepted: new Map(), refused: new Map() };
        triedBy.set(record.user, tried);
        const { accepted, refused } = tried;
        const known = accepted.has(record.via) || refused.has(record.via);
        if (!known && accepted.size + refused.size > 0) findings.meet();
        if (record.outcome === 'accepted') accepted.set(record.via, record.n);
        else refused.set(record.via, record);
      },
      end() {
        for (const { accepted, refused } of triedBy.values()) {
          const [open] = accepted;
          for (const [via, { n, outcome, status, user }] of refused) {
            if (open === undefined || accepted.has(via)) continue;
            findings.fail(
              [open[1], n],
              `${user} must be let in by ${via} because the same credential opened a connection by ${open[0]} in record ${open[1]}.`,
              `However, record ${n} was ${outcome}${status === undefined ? '' : ` with HTTP status ${status}`}.`,
            );
          }
        }
        return findings.outcome();
      },
    };
  },
};
