/** Finds or gets a browser for the staging suite, so that the first test does not wait for it. */
import { HarnessError } from '../harness/contract/harness-error.ts';
import { setUpBrowser } from '../harness/run/browser/set-up-browser.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

try {
  setUpBrowser(say);
} catch (error) {
  if (!(error instanceof HarnessError)) throw error;
  say(`${error.code}: ${error.message}\n  ${error.hint}`);
}
