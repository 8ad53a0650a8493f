import type { CheckDeclaration } from '../../contract/check.ts';
import type { Evidence } from '../../contract/witness.ts';
import { schemaValue } from './value.ts';

/** Names shown; a target may have many. */
const shown = 10;

/** An additive kind is legal: what is found is information, and the verdict stays green. */
export const schUnknown: CheckDeclaration = {
  id: 'SCH-UNKNOWN',
  level: 'SHOULD',
  title: 'every kind of event is known',
  requirement: 'Kinds of events beyond the known ones are listed.',
  reason: 'A new kind is harmless once, and a protocol drifting apart when it happens every week.',
  value: schemaValue,
  scope: 'history',
  hears: ['unknown'],
  provenBy: ['F41'],
  leftGreenBy: ['K06', 'K08', 'K10'],
  open(context) {
    const first = new Map<string, number>();
    let unknown = 0;
    return {
      step(record, event) {
        unknown += 1;
        const name = event?.name ?? '(no name)';
        if (first.size < shown && !first.has(name)) first.set(name, record.n);
      },
      end: () => ({
        verdict: 'pass',
        exercised: context.heard().events,
        evidence: [...first].map(describe),
        counts: { unknown },
      }),
    };
  },
};

function describe([name, n]: readonly [string, number]): Evidence {
  return {
    records: [n],
    must: 'Kinds of events are known because the profile lists them.',
    however: `However, ${JSON.stringify(name)} is not; it was first seen in record ${n}.`,
  };
}
