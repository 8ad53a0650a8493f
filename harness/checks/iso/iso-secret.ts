import type { CheckDeclaration } from '../../contract/check.ts';
import { secretPrefix, type HistoryRecord } from '../../contract/history.ts';
import { Findings } from '../findings.ts';
import { isolationValue } from './value.ts';

/** What the recorder writes in place of a secret; a model that merely writes about secrets does not write this. */
const mark = new RegExp(`${RegExp.escape(secretPrefix)}[0-9a-f]{12}\\]`);
/** Answers in which a credential is issued. */
const issuing: ReadonlySet<string | undefined> = new Set(['login', 'refresh', 'ticket', undefined]);

/** The recorder has replaced every secret it knows by a mark, so the mark is what is searched for. */
export const isoSecret: CheckDeclaration = {
  id: 'ISO-SECRET',
  level: 'MUST',
  title: 'no credential comes back',
  requirement:
    'No token or password stands in an event, a close reason or an answer, except where it is issued.',
  reason: 'Events are logged, shared and stored; a token in them is a key under the mat.',
  value: isolationValue,
  scope: 'history',
  hears: ['received', 'close', 'http'],
  provenBy: ['F78'],
  leftGreenBy: ['K08', 'K09', 'K29'],
  open() {
    const findings = new Findings();
    return {
      step(record) {
        const text = textOf(record);
        if (text === undefined) return;
        findings.meet();
        if (!text.includes(secretPrefix)) return;
        const place = text.search(mark);
        if (place < 0) return;
        findings.fail(
          [record.n],
          'A credential must only be sent where it is issued because everything else is logged and stored.',
          `However, record ${record.n} holds one at character ${place}.`,
        );
      },
      end: () => findings.outcome(),
    };
  },
};

function textOf(record: HistoryRecord): string | undefined {
  if (record.type === 'frame') return record.raw;
  if (record.type === 'close') return record.reason;
  return record.type === 'http' && !issuing.has(record.purpose) ? record.body : undefined;
}
