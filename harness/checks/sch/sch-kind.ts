import type { CheckDeclaration } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { findExtraLayer } from './extra-layer.ts';
import { isNameless, KnownKeys } from './known-keys.ts';
import { schemaValue } from './value.ts';

/** A frame whose name is hidden in another layer is SCH-SHAPE. */
export const schKind: CheckDeclaration = {
  id: 'SCH-KIND',
  level: 'MUST',
  title: 'every event says what it is',
  requirement: 'Every event carries its name.',
  reason: 'Without a name a client cannot even decide to ignore an event.',
  value: schemaValue,
  scope: 'history',
  hears: ['strange', 'agent_started', 'message_accepted', 'tool_executing'],
  provenBy: ['F39'],
  leftGreenBy: ['K08', 'K10'],
  open(context) {
    const findings = new Findings();
    const known = new KnownKeys();
    return {
      step(record, event) {
        if (record.type !== 'frame') return;
        if (event !== undefined) {
          known.learn(record);
          return;
        }
        if (!isNameless(record) || record.problems !== undefined) return;
        if (findExtraLayer(record.raw, known.keys) !== undefined) return;
        findings.fail(
          [record.n],
          'Every event must carry its name because clients choose by it what to do.',
          `However, record ${record.n} has none.`,
        );
      },
      end() {
        findings.meet(context.heard().frames);
        return findings.outcome();
      },
    };
  },
};
