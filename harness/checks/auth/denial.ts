import type { RecordOf } from '../../contract/history.ts';

/** RFC 6455 section 7.4.1 (policy violation), and the private codes that mirror HTTP 401 and 403. */
const denyingCodes: ReadonlySet<number> = new Set([1008, 4401, 4403]);
const denyingStatuses: ReadonlySet<number> = new Set([401, 403]);

/** Traces of code in an answer: a line of a stack, or the head of a Python traceback. */
const codeTrace = /Traceback \(most recent|\bat \S+ \(?\S+:\d+:\d+|File "[^"]+", line \d+/;

/** What is wrong with how an upgrade was refused, if anything. */
export function flawOfRefusal({ status, detail }: RecordOf<'open'>): string | undefined {
  if (status === undefined || !denyingStatuses.has(status)) {
    return `it was refused with status ${status ?? 'none'}, not 401 or 403`;
  }
  return detail !== undefined && codeTrace.test(detail) ? 'the refusal shows code' : undefined;
}

/** What is wrong with how a target closed the connection of somebody unwelcome, if anything. */
export function flawOfClose({ code, cause, reason }: RecordOf<'close'>): string | undefined {
  if (code === undefined || !denyingCodes.has(code)) {
    return `it was closed with ${code ?? cause}, not 1008, 4401 or 4403`;
  }
  return reason !== undefined && codeTrace.test(reason) ? 'the close reason shows code' : undefined;
}

/** What is wrong with how a request was answered, if anything. */
export function flawOfAnswer({ status, body }: RecordOf<'http'>): string | undefined {
  if (!denyingStatuses.has(status)) return `it was answered with ${status}, not 401 or 403`;
  return body !== undefined && codeTrace.test(body) ? 'the answer shows code' : undefined;
}
