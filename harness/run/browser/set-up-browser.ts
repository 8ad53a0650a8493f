import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { HarnessError } from '../../contract/harness-error.ts';
import { dependencyPath } from '../package-root.ts';
import { findBrowser, type FoundBrowser } from './find-browser.ts';

const downloadMs = 180_000;
const installMs = 600_000;

/**
 * Finds a browser, or gets one: Playwright's download, else Debian's package when we may install it.
 * `say` hears one line about what was chosen. Throws `BROWSER_MISSING` with what to type.
 */
export function setUpBrowser(say: (line: string) => void): FoundBrowser {
  const found = findBrowser() ?? downloadBrowser(say) ?? installDebianBrowser(say);
  if (found === undefined) {
    throw new HarnessError(
      'BROWSER_MISSING',
      'no Chrome or Chromium was found, and none could be got',
    );
  }
  say(`browser: ${found.path} (${found.origin})`);
  return found;
}

function downloadBrowser(say: (line: string) => void): FoundBrowser | undefined {
  say('browser: none found, asking Playwright for one');
  const cli = dependencyPath('playwright', 'cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { timeout: downloadMs });
  return findBrowser();
}

function installDebianBrowser(say: (line: string) => void): FoundBrowser | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  say("browser: no download, installing Debian's chromium");
  const options = {
    timeout: installMs,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
  return findBrowser();
}
