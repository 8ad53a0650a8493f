import type { Result } from '../../../contract/result.ts';
import { html } from '../markup.ts';
import type { Section } from '../section.ts';
import { commandLine } from './command-line.ts';

/** How to see the same again, and the data to read it without the run. */
export function reproduceSection(result: Result): Section {
  const again = result.command.includes('--seed')
    ? result.command
    : `${result.command} --seed ${result.seed}`;
  return {
    id: 'reproduce',
    title: 'Reproduce',
    body: html`<p>The same scenario, with the same seed:</p>
      ${commandLine(`npx ${again}`)}
      <p>
        This page holds the whole result.
        <button type="button" data-download="${result.run_id}.json" hidden>
          Download result.json
        </button>
      </p>`,
  };
}
