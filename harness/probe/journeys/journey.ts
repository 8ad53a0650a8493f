import type { RecordOf } from '../../contract/history.ts';
import type { Session } from '../session.ts';

/** Everyone who walks one journey together. */
export interface Crew {
  readonly sessions: readonly Session[];
  /** A secret string for one user and purpose, the same for the same seed. */
  canary(session: Session, purpose: string): string;
  /** A key that no other message of this journey has. */
  key(session: Session, purpose: string): string;
  /** Another connection of the same user with the same login. */
  openTab(session: Session): Session;
  /** Notes in the history what the harness did or noticed itself. */
  note(notice: RecordOf<'harness'>['notice'], detail: string): void;
}

/** A scripted user scenario. */
export interface Journey {
  readonly name: string;
  readonly title: string;
  /** Users that walk it together unless the caller says otherwise. */
  readonly users: number;
  walk(crew: Crew): Promise<void>;
}
