import { createAccountStore, type AccountStore } from './account-store.ts';
import { createCounterStore, type CounterStore } from './counter-store.ts';
import type { Database } from './database.ts';
import { createEventStore, type EventStore } from './event-store.ts';
import { createRunStore, type RunStore } from './run-store.ts';
import { createTables } from './schema.ts';
import { createSessionStore, type SessionStore } from './session-store.ts';
import { createSettingsStore, type SettingsStore } from './settings-store.ts';
import { createTicketStore, type TicketStore } from './ticket-store.ts';
import { createThreadStore, type ThreadStore } from './thread-store.ts';

/** Everything the platform remembers, one part per topic. */
export interface Store {
  readonly accounts: AccountStore;
  readonly sessions: SessionStore;
  readonly tickets: TicketStore;
  readonly threads: ThreadStore;
  readonly runs: RunStore;
  readonly events: EventStore;
  readonly counters: CounterStore;
  readonly settings: SettingsStore;
  /** Rejects when the engine does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Takes the database over: closing the store closes it. */
export async function createStore(database: Database): Promise<Store> {
  await createTables(database);
  return {
    accounts: createAccountStore(database),
    sessions: createSessionStore(database),
    tickets: createTicketStore(database),
    threads: createThreadStore(database),
    runs: createRunStore(database),
    events: createEventStore(database),
    counters: createCounterStore(database),
    settings: createSettingsStore(database),
    ping: async () => {
      await database.query('SELECT 1 AS one');
    },
    close: () => database.close(),
  };
}
