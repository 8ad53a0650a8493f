import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

/** A browser that can be started now, and how it was found. */
export interface FoundBrowser {
  readonly path: string;
  readonly origin: 'environment' | 'playwright' | 'system';
}

const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome'];

const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
];

/** The one named in `GOLDEN_PATH_BROWSER`, else Playwright's own, else a Chrome or Chromium on the system. */
export function findBrowser(): FoundBrowser | undefined {
  const named = process.env['GOLDEN_PATH_BROWSER'];
  if (named !== undefined && existsSync(named)) return { path: named, origin: 'environment' };
  const own = chromium.executablePath();
  if (existsSync(own)) return { path: own, origin: 'playwright' };
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const path = [...places, ...fixedPlaces].find((place) => existsSync(place));
  return path === undefined ? undefined : { path, origin: 'system' };
}
