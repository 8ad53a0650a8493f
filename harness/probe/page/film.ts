import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';

const maker = fileURLToPath(new URL('./client/film.client.js', import.meta.url));

/** Pictures a second: enough to follow a person, few enough to cost little. */
const fps = 5;
/** The last ones are kept. */
const most = 150;
/** Nobody wants to watch a page that waits; in ms. */
const longestPicture = 400;
const lastPicture = 1_000;

interface Picture {
  readonly jpeg: string;
  readonly at: number;
}

/**
 * A film of a page, put together by the browser itself and only when somebody wants to see it: Playwright's own needs a
 * program that it downloads, and many a machine has none.
 */
export class Film {
  readonly #page: Page;
  readonly #pictures: Picture[] = [];

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Keeps the last pictures of a page from now on. */
  static async record(page: Page): Promise<Film> {
    const film = new Film(page);
    await page.screencast.start({
      fps,
      onFrame({ data, timestamp }) {
        film.#pictures.push({ jpeg: data.toString('base64'), at: timestamp });
        if (film.#pictures.length > most) film.#pictures.shift();
      },
    });
    return film;
  }

  /** The film as WebM, nothing where no picture was taken. Long pauses are cut. */
  async develop(): Promise<Buffer | undefined> {
    const browser = this.#page.context().browser();
    if (browser === null || this.#pictures.length === 0) return undefined;
    const pictures = this.#pictures.map(({ jpeg, at }, nth) => {
      const next = this.#pictures[nth + 1]?.at;
      const shownMs = next === undefined ? lastPicture : Math.min(longestPicture, next - at);
      return { jpeg, shownMs };
    });
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.addInitScript({ path: maker });
      await page.goto('about:blank');
      const film = String(await page.evaluate(`goldenPathFilm(${JSON.stringify(pictures)})`));
      return film === '' ? undefined : Buffer.from(film, 'base64');
    } finally {
      await context.close();
    }
  }
}
