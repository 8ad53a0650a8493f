import type { Locator, Page } from 'playwright';
import type { PageProfile, Place } from '../../contract/page-profile.ts';
import { locate } from './locate.ts';
import { NotOffered } from './not-offered.ts';

/** The parts of a chat page, found as the page profile says. What the page does not offer throws `NotOffered`. */
export class PageView {
  readonly #page: Page;
  readonly #profile: PageProfile;

  constructor(page: Page, profile: PageProfile) {
    this.#page = page;
    this.#profile = profile;
  }

  get userField(): Locator {
    return locate(this.#page, this.#profile.login.user);
  }

  get passwordField(): Locator {
    return locate(this.#page, this.#profile.login.password);
  }

  get logInButton(): Locator {
    return locate(this.#page, this.#profile.login.submit);
  }

  get refusal(): Locator {
    return this.#offered(this.#page, 'login.refusal', this.#profile.login.refusal);
  }

  get logOutButton(): Locator {
    return this.#offered(this.#page, 'logOut', this.#profile.logOut);
  }

  get box(): Locator {
    return locate(this.#page, this.#profile.box);
  }

  get sendButton(): Locator {
    return locate(this.#page, this.#profile.send);
  }

  get newThreadButton(): Locator {
    return this.#offered(this.#page, 'newThread', this.#profile.newThread);
  }

  /** Every exchange of the thread on the screen, or those that hold this text. */
  exchanges(text?: string): Locator {
    const all = locate(this.#page, this.#profile.exchange);
    return text === undefined ? all : all.filter({ hasText: text });
  }

  answerIn(exchange: Locator): Locator {
    return locate(exchange, this.#profile.answer);
  }

  cancelIn(exchange: Locator): Locator {
    return this.#offered(exchange, 'cancel', this.#profile.cancel);
  }

  /** The entries of the list of threads, or those that hold this text. */
  threadEntries(text?: string): Locator {
    const { list, entry } = this.#threads;
    const all = locate(locate(this.#page, list), entry);
    return text === undefined ? all : all.filter({ hasText: text });
  }

  /** What shows the list of threads on a narrow screen. */
  get threadsButton(): Locator {
    return this.#offered(this.#page, 'threads.open', this.#threads.open);
  }

  /** Waits until either the login form or the chat is there; true for the form. */
  async showsLogin(): Promise<boolean> {
    const either = this.box.or(this.userField).filter({ visible: true }).first();
    await either.waitFor();
    return this.userField.filter({ visible: true }).first().isVisible();
  }

  get #threads(): Exclude<PageProfile['threads'], false> {
    const { threads } = this.#profile;
    if (threads === false) throw new NotOffered('the page profile says that there are no threads');
    return threads;
  }

  #offered(scope: Page | Locator, name: string, place: Place | false): Locator {
    if (place === false) throw new NotOffered(`the page profile says that there is no ${name}`);
    return locate(scope, place);
  }
}
