import type { History, RecordOf } from '../contract/history.ts';

/** Answers to an upgrade that mean "there is no WebSocket here". */
const noSocketHere: ReadonlySet<number> = new Set([200, 400, 404, 405, 426, 501]);

/**
 * The refusal of a history in which no connection ever came about, as where a profile speaks WebSocket to a server
 * that has none at this path. A target that took the login knows the profile: its shut door is for the checks to judge.
 */
export function findShutDoor({ records }: History): RecordOf<'open'> | undefined {
  const opens = records.filter((record) => record.type === 'open');
  const [first] = opens;
  const shut = opens.every(
    ({ outcome, status = 0 }) => outcome === 'refused' && noSocketHere.has(status),
  );
  const known = records.some((record) => record.type === 'http' && record.status < 400);
  return shut && !known ? first : undefined;
}
