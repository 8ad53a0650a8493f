import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { layOutPhase } from './lay-out-phase.ts';
import { openRouter, type Router } from './router.ts';

interface Desk {
  readonly url: string;
  stop(): Promise<void>;
}

interface App {
  readonly startDesk: (options: {
    readonly database: string;
    readonly instance: string;
  }) => Promise<Desk>;
}

/** A phase that answers behind a router, and can give way to another one while people chat. */
export class Deployment {
  readonly #router: Router;
  readonly #directory: string;
  #starts = 0;
  #desk: Desk | undefined;
  #answering = '';
  #first = '';
  #switching: Promise<void> = Promise.resolve();

  private constructor(router: Router, directory: string) {
    this.#router = router;
    this.#directory = directory;
  }

  static async open(phase: string): Promise<Deployment> {
    const directory = await mkdtemp(join(tmpdir(), 'golden-path-specimen-'));
    const deployment = new Deployment(await openRouter(), directory);
    await deployment.switchTo(phase);
    return deployment;
  }

  get url(): string {
    return this.#router.url;
  }

  /** Folder of the source that answered first. */
  get tree(): string {
    return this.#first;
  }

  /** The phase that gets new connections. */
  get answering(): string {
    return this.#answering;
  }

  /**
   * Starts the phase on the same database, leads newcomers to it, then lets the former one finish its runs and say
   * goodbye. Settles when the former one is gone. Switches wait for each other.
   */
  switchTo(phase: string): Promise<void> {
    const next = this.#switching.then(() => this.#switch(phase));
    this.#switching = next.catch(() => {});
    return next;
  }

  async close(): Promise<void> {
    await this.#switching;
    await this.#desk?.stop();
    await this.#router.close();
    await rm(this.#directory, { recursive: true, force: true });
  }

  async #switch(phase: string): Promise<void> {
    if (phase === this.#answering) return;
    const former = this.#desk;
    this.#desk = await this.#start(phase);
    this.#answering = phase;
    this.#router.leadTo(this.#desk.url);
    await former?.stop();
  }

  /** A tree of its own for every start: a module is loaded once per path, and a new process would be fresh too. */
  async #start(phase: string): Promise<Desk> {
    this.#starts += 1;
    const tree = join(this.#directory, `${this.#starts}-${phase}`);
    await layOutPhase(phase, tree);
    this.#first ||= tree;
    const { startDesk } = (await import(pathToFileURL(join(tree, 'app.ts')).href)) as App;
    const database = join(this.#directory, 'desk.sqlite');
    return startDesk({ database, instance: `${phase}-${this.#starts}` });
  }
}
