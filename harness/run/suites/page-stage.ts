import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { judgeHistory } from '../../checks/judge/judge-history.ts';
import { SavedLogins } from '../../probe/page/saved-logins.ts';
import { Visit } from '../../probe/page/visit.ts';
import { awaitTurn } from '../../targets/allowance/await-turn.ts';
import type { Target } from '../../targets/target.ts';
import { withReplay } from '../judge-stored.ts';
import { isHeldUp } from './is-held-up.ts';
import type { Observation } from './observe.ts';
import { suiteEnvironment } from './suite-environment.ts';

/** One visit to the page, judged; what stopped it is kept, so that what was seen until then is not lost. */
export interface PageObservation extends Observation {
  readonly stopped: Error | undefined;
}

/** How often a visit is made before a machine that stands still again and again is left with its doubts. */
const visits = 3;

/** Users of one worker: no other worker logs in as them, or one's runs would appear at the other's page. */
const usersPerWorker = 8;

/** Where the tests of one worker visit the page: one browser, users of its own, their logins. */
export class PageStage implements AsyncDisposable {
  readonly target: Target;
  readonly #browser: Browser;
  readonly #firstUser: number;
  readonly #filmed: boolean;
  readonly #logins = new SavedLogins();
  readonly #open: Visit[] = [];

  /** `worker` is Playwright's `parallelIndex`; `filmed`: keep pictures of what happens. */
  constructor(
    target: Target,
    browser: Browser,
    { worker, filmed }: { readonly worker: number; readonly filmed: boolean },
  ) {
    this.target = target;
    this.#browser = browser;
    this.#firstUser = worker * usersPerWorker;
    this.#filmed = filmed;
  }

  /**
   * Makes one visit and judges its history; inside a gate it is stored as `histories/page-<name>.ndjson`. A visit that
   * this machine held up is made again. The pages of the last one stay open until `leave`, to be looked at.
   */
  async observe(name: string, walk: (visit: Visit) => Promise<void>): Promise<PageObservation> {
    let seen = await this.#observeOnce(name, walk, 1);
    for (let nth = 2; nth <= visits && seen.heldUp; nth += 1) {
      await this.leave();
      seen = await this.#observeOnce(name, walk, nth);
    }
    const { heldUp: _, ...observation } = seen;
    return observation;
  }

  /** Waits until somebody may speak again, where the target is shared. Throws `ALLOWANCE_SPENT`. */
  turn(): Promise<void> {
    return awaitTurn(this.target.allowance);
  }

  /** A film of each page of the visit that is still there, as WebM. */
  async films(): Promise<Buffer[]> {
    return (await Promise.all(this.#open.map((visit) => visit.films()))).flat();
  }

  /** Closes the pages and keeps the logins for the next test. */
  async leave(): Promise<void> {
    for (const visit of this.#open.splice(0)) await visit[Symbol.asyncDispose]();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.leave();
  }

  async #observeOnce(
    name: string,
    walk: (visit: Visit) => Promise<void>,
    nth: number,
  ): Promise<PageObservation & { readonly heldUp: boolean }> {
    const folder = process.env[suiteEnvironment.folder];
    const shown = process.env[suiteEnvironment.shownFolder] ?? folder ?? '';
    const stored = join('histories', `page-${name}.ndjson`);
    const visit = new Visit({
      browser: this.#browser,
      target: this.target,
      logins: this.#logins,
      firstUser: this.#firstUser,
      filmed: this.#filmed,
      journey: `page: ${name}`,
      // Canaries must differ from run to run: the page may still show what an earlier one said.
      seed: `${randomBytes(4).toString('hex')}-${name}-${nth}`,
      file: folder === undefined ? undefined : join(folder, stored),
    });
    this.#open.push(visit);
    let stopped: Error | undefined;
    try {
      await this.turn();
      await walk(visit);
    } catch (error) {
      stopped = error instanceof Error ? error : new Error(String(error));
    }
    const history = visit.finish();
    const checks = judgeHistory(history);
    const heldUp = stopped === undefined && isHeldUp(history, checks);
    if (folder === undefined) return { history, checks, histories: [], stopped, heldUp };
    const judged = withReplay(checks, join(shown, stored));
    return { history, checks: judged, histories: [stored], stopped, heldUp };
  }
}
