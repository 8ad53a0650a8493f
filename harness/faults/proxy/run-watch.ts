import { isTerminalKind, runKinds } from '../../contract/event-kind.ts';
import type { Message } from './message.ts';

const opensRun: ReadonlySet<string> = new Set([...runKinds, 'message_accepted']);

/** Which runs are in flight on one connection, and whose it is. */
export class RunWatch {
  user: string | undefined;
  readonly openRuns = new Set<string>();
  readonly #nameless: string;

  /** `nameless`: what a user is called whom the target never greets by name. */
  constructor(nameless: string) {
    this.#nameless = nameless;
  }

  /** To be told of each message before it is damaged. */
  begin({ events }: Message): void {
    for (const event of events) {
      if (event.kind === 'connection_established') this.user = event.user;
      else if (event.run !== undefined) this.user ??= this.#nameless;
      if (event.run !== undefined && opensRun.has(event.kind)) this.openRuns.add(event.run);
    }
  }

  /** To be told of each message after it was damaged: its terminals were still in flight meanwhile. */
  end({ events }: Message): void {
    for (const { run, kind } of events) {
      if (run !== undefined && isTerminalKind(kind)) this.openRuns.delete(run);
    }
  }
}
