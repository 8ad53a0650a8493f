import type { HistoryRecord } from '../../contract/history.ts';

/** What may be answered by the door, in whatever words: how well it was said is for other checks. */
const provocations: ReadonlySet<string> = new Set([
  'abuse',
  'logout',
  'revoke',
  'stop-reading',
  'trespass',
]);

/** Users whose connection a target may end without another word: they came in badly, or behaved so. */
export class ExcusedUsers {
  readonly #users = new Set<string>();

  hear(record: HistoryRecord): void {
    const provoked = record.type === 'act' && provocations.has(record.act);
    const intruded = record.type === 'open' && (record.credential ?? 'valid') !== 'valid';
    if (provoked || intruded) this.#users.add(record.user);
  }

  has(user: string): boolean {
    return this.#users.has(user);
  }
}
