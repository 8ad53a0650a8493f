import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { pressureValue } from './value.ts';

/** Policy violation, or try again later: both tell the client that it was too slow. */
const rightCodes: ReadonlySet<number> = new Set([1008, 1013]);

export const bpSlowConsumer: CheckDeclaration = {
  id: 'BP-SLOW-CONSUMER',
  level: 'MUST',
  title: 'a client that stops reading is let go',
  requirement: 'A client that reads nothing while much is sent to it is closed with 1008 or 1013.',
  reason: 'What is buffered for one sleeping client is memory that everybody shares.',
  value: pressureValue,
  scope: 'connection',
  hears: ['act', 'close', 'open'],
  provenBy: ['F104'],
  leftGreenBy: ['K08', 'K14'],
  open,
};

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const stopped = new Map<string, number>();
  const must =
    'A client that stops reading must be closed with 1008 or 1013 because buffers have to be bounded.';
  return {
    step(record) {
      if (
        record.type === 'act' &&
        record.act === 'stop-reading' &&
        record.connection !== undefined
      ) {
        findings.meet();
        stopped.set(record.connection, record.n);
      }
      if (record.type !== 'close') return;
      const since = stopped.get(record.connection);
      stopped.delete(record.connection);
      if (since === undefined || rightCodes.has(record.code ?? 0)) return;
      findings.fail(
        [since, record.n],
        must,
        `However, it was closed with ${record.code ?? record.cause}.`,
      );
    },
    end() {
      const end = context.watchEnd();
      for (const since of stopped.values()) {
        if (end === undefined || end.reason === 'aborted')
          findings.doubt('nobody waited for the close');
        else findings.fail([since, end.n], must, 'However, it stayed connected to the end.');
      }
      return findings.outcome();
    },
  };
}
