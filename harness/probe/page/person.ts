import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright';
import { z } from 'zod';
import { referencePage, type PageProfile } from '../../contract/page-profile.ts';
import { readPattern } from '../../contract/text-pattern.ts';
import { spendRuns } from '../../targets/allowance/ledger.ts';
import type { Intent } from '../../targets/profile.ts';
import type { Target } from '../../targets/target.ts';
import type { User } from '../../targets/user.ts';
import { makeCanary } from '../canary.ts';
import { NotOffered } from './not-offered.ts';
import type { PageLane } from './page-lane.ts';
import { PageView } from './page-view.ts';
import { restoreTab, type SavedLogin } from './saved-logins.ts';

const watcher = fileURLToPath(new URL('./client/watch.client.js', import.meta.url));

/** What a page showed since the person last did something; times are ms of the page's own monotonic clock. */
const SeenSchema = z.object({
  actedAt: z.number(),
  shown: z.array(z.object({ at: z.number(), text: z.string() })),
});

/** A message that was sent, and where the page shows what becomes of it. */
export interface Said {
  /** A string that is in the message, and in its answer where a tool gave it back. */
  readonly canary: string;
  readonly exchange: Locator;
  readonly answer: Locator;
}

/** How long a list of threads that is there may take to hold the thread that was just begun. */
const namedWithinMs = 10_000;

/** One user at one page: acts as the page profile says where, while everything on the wire is recorded. */
export class Person {
  readonly user: User;
  readonly page: Page;
  readonly view: PageView;
  readonly lane: PageLane;
  /** What the page wrote to its console as errors, and exceptions that nobody caught. */
  readonly complaints: string[] = [];
  readonly #target: Target;
  readonly #seed: string;
  #messages = 0;

  constructor(
    parts: { readonly user: User; readonly page: Page; readonly lane: PageLane },
    target: Target,
    seed: string,
  ) {
    this.user = parts.user;
    this.page = parts.page;
    this.lane = parts.lane;
    this.view = new PageView(parts.page, profileOf(target));
    this.#target = target;
    this.#seed = seed;
    this.page.on('pageerror', (error) => this.complaints.push(error.message));
    this.page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
  }

  /** Opens the page, with what an earlier visit kept of its login; gives whether the login form is shown. */
  async open(saved?: SavedLogin): Promise<boolean> {
    await this.page.addInitScript({ path: watcher });
    const url = new URL(profileOf(this.#target).url, `${this.#target.url}/`).href;
    if (saved !== undefined) await restoreTab(this.page, url, saved);
    await this.page.goto(url);
    return this.view.showsLogin();
  }

  /** Fills the login form in and sends it off. */
  async submitLogin(password = this.user.password): Promise<void> {
    await this.view.userField.fill(this.user.email);
    await this.view.passwordField.fill(password);
    await this.view.logInButton.click();
  }

  /** Goes through the login form to the chat. */
  async logIn(): Promise<void> {
    await this.submitLogin();
    await this.view.box.waitFor();
  }

  /**
   * Sends one message that asks for an echo of a canary and then for these; does not wait for anything. Throws
   * `NotOffered` where the target cannot do one of them, and `ALLOWANCE_SPENT`.
   */
  async say(...more: readonly Intent[]): Promise<Said> {
    this.#messages += 1;
    const canary = makeCanary(this.#seed, this.user.name, `page-${this.#messages}`);
    const intents: Intent[] = [{ kind: 'echo', text: canary }, ...more];
    const content = this.#target.profile.intents.phrase(intents);
    if (content === undefined) {
      const kinds = intents.map(({ kind }) => kind).join(', ');
      throw new NotOffered(`the profile "${this.#target.profile.name}" cannot ask for ${kinds}`);
    }
    if (this.#target.allowance !== undefined) spendRuns(this.#target.allowance);
    await this.view.box.fill(content);
    this.lane.expect({ intents, canaries: [canary], answer: canary });
    await this.view.sendButton.click();
    const exchange = this.view.exchanges(canary);
    return { canary, exchange, answer: this.view.answerIn(exchange) };
  }

  /** Ms from the last thing the person did until the page first showed such a text; undefined when it did not. */
  async firstShown(isShown: (text: string) => boolean): Promise<number | undefined> {
    const { actedAt, shown } = SeenSchema.parse(await this.page.evaluate('goldenPath.seen()'));
    const first = shown.find(({ text }) => isShown(text));
    return first === undefined ? undefined : first.at - actedAt;
  }

  /** Leaves the thread on the screen for a new one. */
  async openNewThread(): Promise<void> {
    await this.#showThreads(this.view.newThreadButton);
    await this.view.newThreadButton.click();
  }

  /** Opens the thread whose entry holds this text, or the first one where entries do not show what was asked. */
  async openThread(text: string): Promise<void> {
    const entries = this.view.threadEntries().first();
    await this.#showThreads(entries);
    await entries.waitFor();
    const named = this.view.threadEntries(text).first();
    const isNamed = await named.waitFor({ timeout: namedWithinMs }).then(
      () => true,
      () => false,
    );
    await (isNamed ? named : entries).click();
  }

  /** On a narrow screen the list of threads has to be shown first. */
  async #showThreads(wanted: Locator): Promise<void> {
    const { threads } = profileOf(this.#target);
    if (threads === false || threads.open === false || (await wanted.isVisible())) return;
    await this.view.threadsButton.or(wanted).filter({ visible: true }).first().waitFor();
    if (!(await wanted.isVisible())) await this.view.threadsButton.click();
  }

  /** Which of the critical events the page is to show, with what it shows; those of the profile that are not `false`. */
  get signs(): { readonly kind: string; readonly isShown: (text: string) => boolean }[] {
    return Object.entries(profileOf(this.#target).shows).flatMap(([kind, written]) => {
      if (written === false) return [];
      const pattern = readPattern(written);
      const isShown = (text: string): boolean =>
        typeof pattern === 'string'
          ? text.toLowerCase().includes(pattern.toLowerCase())
          : pattern.test(text);
      return [{ kind, isShown }];
    });
  }

  /** What the page says of a run that was stopped. */
  get cancelledWord(): string | RegExp {
    const { cancelled } = profileOf(this.#target);
    if (cancelled === false) {
      throw new NotOffered(
        'the page profile says that a run that was stopped is not shown as such',
      );
    }
    return readPattern(cancelled);
  }
}

function profileOf({ page }: Target): PageProfile {
  return page ?? referencePage;
}
