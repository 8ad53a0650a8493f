import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import type { HistoryRecord } from '../../contract/history.ts';
import { Findings } from '../findings.ts';
import { Canaries, type Canary } from './canaries.ts';
import { unmask } from './unmask.ts';
import { isolationValue } from './value.ts';

/** Characters of a history that are also searched for masked secrets: all of a journey, and the beginning of a load. */
const unmasked = 16_000_000;

/**
 * A canary counts as exercised once its owner has received it and somebody else was connected: one that never
 * travelled, or that nobody else could have seen, proves nothing.
 */
export const isoCanary: CheckDeclaration = {
  id: 'ISO-CANARY',
  level: 'MUST',
  title: 'nobody receives what belongs to another user',
  requirement:
    'No byte that a user receives (frame, close reason, HTTP body) holds a secret of another user.',
  reason:
    'Shared state in dispatchers, bridges and caches shows itself as one user’s words on another user’s screen.',
  value: isolationValue,
  scope: 'history',
  hears: ['plant', 'open', 'received', 'close', 'http'],
  provenBy: ['F80', 'F81', 'F84', 'D28'],
  leftGreenBy: ['K02', 'K07', 'K15'],
  applies: ({ visibility }) => visibility !== 'everyone' || 'everyone may see everything here',
  open,
};

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const canaries = new Canaries();
  const openedBy = new Map<string, number>();
  const present = new Set<string>();
  const travelled: Canary[] = [];
  let left = unmasked;

  function search(record: HistoryRecord, text: string, where: string): void {
    // A load plants none.
    if (canaries.isEmpty) return;
    const plain = canaries.findIn(text);
    left -= text.length;
    const found = left < 0 ? plain : [...plain, ...canaries.findIn(unmask(text))];
    if (found.length === 0) return;
    const connection = 'connection' in record ? record.connection : undefined;
    const user = connection === undefined ? userOf(record) : context.userOf(connection);
    if (user === undefined) return;
    for (const canary of found) {
      if (canary.owner !== user) report(record, canary, user, where);
      else if (!canary.travelled) {
        canary.travelled = true;
        travelled.push(canary);
      }
    }
  }

  function report(
    { n, ...record }: HistoryRecord,
    canary: Canary,
    user: string,
    where: string,
  ): void {
    const opened = 'connection' in record ? openedBy.get(record.connection ?? '') : undefined;
    findings.fail(
      [canary.planted, ...(opened === undefined ? [] : [opened]), n],
      `${canary.text} must reach nobody but ${canary.owner} because it was planted for them in record ${canary.planted}.`,
      `However, ${user} received it in ${where} (record ${n}).`,
    );
  }

  return {
    step(record) {
      if (record.type === 'plant') canaries.plant(record);
      if (record.type === 'open') {
        openedBy.set(record.connection, record.n);
        present.add(record.user);
      }
      if (record.type === 'frame' && !isDerived(record)) {
        search(record, record.raw, 'a frame');
      }
      if (record.type === 'close' && record.reason !== undefined) {
        search(record, record.reason, 'a close reason');
      }
      if (record.type === 'http' && record.body !== undefined) {
        search(record, record.body, `the answer to ${record.method} ${record.path}`);
      }
    },
    end() {
      const witnessed = travelled.filter(
        ({ owner }) => present.size > (present.has(owner) ? 1 : 0),
      );
      findings.meet(witnessed.length);
      return findings.outcome();
    },
  };
}

function isDerived(record: HistoryRecord & { type: 'frame' }): boolean {
  return (
    record.events.length > 0 && record.events.every((event) => event.derived_from !== undefined)
  );
}

function userOf(record: HistoryRecord): string | undefined {
  return 'user' in record ? record.user : undefined;
}
