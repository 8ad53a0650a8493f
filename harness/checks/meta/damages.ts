import type { RecordOf } from '../../contract/history.ts';
import { converse } from '../testing/conversation.ts';
import type { Damage } from '../testing/damage.ts';

const notices =
  (notice: RecordOf<'harness'>['notice'], ms = 0) =>
  () =>
    converse({ after: (built) => built.add({ type: 'harness', notice, ms }) });

const unanswerable = { rule: 'SCH-FIELD', pointer: '/content', message: 'expected string' };

/** The harness itself is damaged: nothing is proven, and nobody is to blame. */
export const harnessDamages: readonly Damage[] = [
  {
    fault: 'F105',
    title: 'the probe is overrun',
    owner: 'META-LAG',
    expect: 'unknown',
    build: notices('lag', 400),
  },
  {
    fault: 'F109',
    title: 'a fault did not strike',
    owner: 'META-NOBITE',
    expect: 'unknown',
    build: notices('no-bite'),
  },
  {
    fault: 'F110',
    title: 'the model drifted',
    owner: 'META-MODEL',
    expect: 'unknown',
    build: notices('model-drift'),
  },
  {
    fault: 'F107',
    title: 'the disk was full',
    owner: 'META-RECORDER',
    expect: 'unknown',
    build: notices('recorder-loss'),
  },
  {
    fault: 'F108',
    title: 'the probe sends nonsense',
    owner: 'META-SENT',
    expect: 'unknown',
    build: () =>
      converse({
        after: (built) =>
          built.add({
            type: 'frame',
            connection: 'a',
            epoch: 0,
            direction: 'sent',
            raw: '{}',
            encoding: 'text',
            bytes: 2,
            events: [],
            problems: [unanswerable],
          }),
      }),
  },
];
