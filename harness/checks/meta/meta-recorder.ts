import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { harnessValue } from './value.ts';

export const metaRecorder: CheckDeclaration = {
  id: 'META-RECORDER',
  level: 'MUST',
  title: 'the history is whole',
  requirement:
    'Records are numbered without a gap, their monotonic time never goes back, and the last one says why.',
  reason: 'A verdict over half a history is a verdict over half a truth.',
  value: harnessValue,
  scope: 'history',
  hears: ['open', 'frame', 'close', 'http', 'plant', 'act', 'beat', 'effect', 'harness', 'end'],
  provenBy: ['F107'],
  leftGreenBy: ['K08', 'K09'],
  open,
};

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  let next = 0;
  let latest = -Infinity;
  return {
    step(record) {
      findings.meet();
      if (record.n !== next) {
        findings.doubt(`harness-error: record ${next} is missing, ${record.n} follows`);
      }
      if (record.at < latest) {
        findings.doubt(`harness-error: monotonic time goes back in record ${record.n}`);
      }
      if (record.type === 'harness' && record.notice === 'recorder-loss') {
        findings.doubt(
          `harness-error: records were lost (${record.detail ?? `record ${record.n}`})`,
        );
      }
      next = record.n + 1;
      latest = record.at;
    },
    end() {
      const end = context.watchEnd();
      if (end === undefined) {
        findings.doubt('harness-error: the history has no last record, so the probe was killed');
      } else if (end.reason === 'aborted') {
        findings.doubt(
          'untestable: the walk was broken off, and the history holds only its beginning',
        );
      }
      return findings.outcome();
    },
  };
}
