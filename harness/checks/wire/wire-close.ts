import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import type { RecordOf } from '../../contract/history.ts';
import { Findings } from '../findings.ts';
import { wireValue } from './value.ts';

/** RFC 6455 section 7.4.1: the server met an unexpected condition. */
const internalError = 1011;

const causes: Partial<Record<RecordOf<'close'>['cause'], string>> = {
  rst: 'a TCP reset',
  fin: 'the end of the TCP stream without a close frame',
  'half-frame': 'the end of the TCP stream inside a frame',
};

/**
 * Silence is WIRE-HALFOPEN, a broken protocol WIRE-PROTO, an illegal code WIRE-CLOSE-ILLEGAL. An ended response
 * stream is how streaming over HTTP ends; with an open run it is LIFE-TERM-TRUNC.
 */
export const wireClose: CheckDeclaration = {
  id: 'WIRE-CLOSE',
  level: 'MUST',
  title: 'no connection breaks',
  requirement:
    'The target ends a connection with a close frame, and not with the code of an internal error.',
  reason:
    'A broken line and a crashed handler look the same to a client, which then retries blindly.',
  value: wireValue,
  scope: 'connection',
  hears: ['open', 'close'],
  provenBy: ['F56', 'F57', 'F58', 'D09'],
  leftGreenBy: ['K07', 'K14'],
  open,
};

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  return {
    step(record) {
      if (record.type === 'open' && record.outcome === 'accepted') findings.meet();
      if (record.type !== 'close') return;
      const how = record.code === internalError ? 'close code 1011' : causes[record.cause];
      if (how === undefined) return;
      const run = openRunOn(context, record);
      findings.fail(
        [...(run === undefined ? [] : [run.last]), record.n],
        'A connection must end with a close frame that says why, because clients decide by it whether to come back.',
        `However, ${how} ended it in record ${record.n}${(record.reason ?? '') === '' ? '' : ` (${record.reason})`}, ${run === undefined ? 'between runs' : `in the middle of run ${run.id}`}.`,
      );
    },
    end: () => findings.outcome(),
  };
}

function openRunOn(context: CheckContext, { connection, epoch }: RecordOf<'close'>) {
  for (const run of context.openRuns()) {
    if (run.connection === connection && run.epoch === epoch) return run;
  }
  return undefined;
}
