import type { CheckDeclaration } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { findExtraLayer } from './extra-layer.ts';
import { isNameless, KnownKeys } from './known-keys.ts';
import { schemaValue } from './value.ts';

export const schShape: CheckDeclaration = {
  id: 'SCH-SHAPE',
  level: 'MUST',
  title: 'a frame is one object, not wrapped',
  requirement: 'Every frame is the object the protocol describes, without another layer around it.',
  reason:
    'A wrapped or double-encoded event is invisible to a client that reads its outermost fields.',
  value: schemaValue,
  scope: 'history',
  hears: ['strange', 'agent_started', 'message_accepted', 'tool_executing'],
  provenBy: ['F38', 'F50'],
  leftGreenBy: ['K09', 'K10'],
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
        const problem = record.problems?.find(({ rule }) => rule === 'SCH-SHAPE');
        const suspect = problem !== undefined || isNameless(record);
        const layer = suspect ? findExtraLayer(record.raw, known.keys) : undefined;
        if (problem === undefined && layer === undefined) return;
        findings.fail(
          [record.n],
          'A frame must be the object the protocol describes because clients read its outermost fields.',
          `However, record ${record.n} ${layer === undefined ? `is not: ${problem?.message ?? ''}` : `hides its event in ${layer}`}.`,
        );
      },
      end() {
        findings.meet(context.heard().frames);
        return findings.outcome();
      },
    };
  },
};
