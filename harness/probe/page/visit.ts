import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright';
import type { History } from '../../contract/history.ts';
import type { Target } from '../../targets/target.ts';
import { Film } from './film.ts';
import { NotOffered } from './not-offered.ts';
import { Person } from './person.ts';
import { recordPages, type PageRecording } from './record-pages.ts';
import { readLogin, type SavedLogin, type SavedLogins } from './saved-logins.ts';

export interface VisitOrder {
  readonly browser: Browser;
  readonly target: Target;
  readonly logins: SavedLogins;
  /** Which of the target's users is the first one here. */
  readonly firstUser: number;
  readonly journey: string;
  readonly seed: string;
  /** Keep pictures of the pages, for whoever wants to see what happened. */
  readonly filmed: boolean;
  /** Also write the history to this NDJSON file while it grows. */
  readonly file?: string | undefined;
}

/** How a person comes. */
export interface Arrival {
  /** Options of the browser's context, such as a viewport. */
  readonly context?: BrowserContextOptions;
  /** What an earlier login left; `false` for nothing at all. Default: the saved login of this user, if there is one. */
  readonly login?: SavedLogin | false;
}

/** People at pages of one target, each in a browser context of their own, recorded into one history. */
export class Visit implements AsyncDisposable {
  readonly #order: VisitOrder;
  readonly #recording: PageRecording;
  readonly #contexts: BrowserContext[] = [];
  readonly #keepers: Person[] = [];
  readonly #films: Film[] = [];

  constructor(order: VisitOrder) {
    this.#order = order;
    this.#recording = recordPages(order.target, order);
  }

  /** A person at the page, not logged in and nothing opened yet; users are numbered from 0. */
  async arrive(nth = 0, context: BrowserContextOptions = {}): Promise<Person> {
    const { browser, target, firstUser, seed } = this.#order;
    const { users } = target;
    const user = users[(firstUser + nth) % users.length];
    if (user === undefined || nth >= users.length) {
      throw new NotOffered(`the target has ${users.length} users, this needs ${nth + 1}`);
    }
    const own = await browser.newContext(context);
    this.#contexts.push(own);
    const page = await own.newPage();
    if (this.#order.filmed) this.#films.push(await Film.record(page));
    const lane = await this.#recording.follow(page, user);
    return new Person({ user, page, lane }, target, `${seed}-${this.#contexts.length}`);
  }

  /** A person in the chat: with the login of an earlier visit, or through the form. */
  async enter(nth = 0, { context, login }: Arrival = {}): Promise<Person> {
    const person = await this.arrive(nth, context);
    const { name } = person.user;
    const saved = login ?? this.#order.logins.take(name);
    if (saved !== false && saved !== undefined) {
      await person.page.context().setStorageState(saved.state);
    }
    const asked = await person.open(saved === false ? undefined : saved);
    if (asked) await person.logIn();
    if (login === undefined) this.#keepers.push(person);
    await this.hideLogin(person);
    return person;
  }

  /** Keeps what a login left in the browser out of the history. */
  async hideLogin(person: Person): Promise<SavedLogin> {
    const login = await readLogin(person.page);
    for (const secret of secretsOf(login)) this.#recording.hide(secret);
    return login;
  }

  /** A film of each page, as WebM. */
  async films(): Promise<Buffer[]> {
    const films = await Promise.all(this.#films.map((film) => film.develop()));
    return films.filter((film) => film !== undefined);
  }

  /** Stops recording and gives the history. */
  finish(): History {
    return this.#recording.finish();
  }

  /** Keeps the logins for the next visit and closes the pages. */
  async [Symbol.asyncDispose](): Promise<void> {
    for (const { page, view, user } of this.#keepers) {
      const usable = !page.isClosed() && (await view.box.isVisible());
      if (usable) this.#order.logins.keep(user.name, await readLogin(page));
    }
    await Promise.all(this.#contexts.map((context) => context.close()));
  }
}

/** Shorter strings are settings. */
const shortestSecret = 16;

function secretsOf({ state, session }: SavedLogin): string[] {
  const kept = [
    ...(state.cookies ?? []).map(({ value }) => value),
    ...(state.origins ?? []).flatMap(({ localStorage }) => localStorage.map(({ value }) => value)),
    ...Object.values(session),
  ];
  return kept.filter(({ length }) => length >= shortestSecret);
}
