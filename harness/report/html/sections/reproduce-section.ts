import type { Result } from '../../../contract/result.ts';
import { againCommand } from '../../again-command.ts';
import { html } from '../markup.ts';
import type { Section } from '../section.ts';
import { commandLine } from './command-line.ts';

/** How to see the same again, and the data to read it without the run. */
export function reproduceSection(result: Result): Section {
  return {
    id: 'reproduce',
    title: 'Reproduce',
    body: html`<p>The same again:</p>
      ${commandLine(againCommand(result))}
      <p>
        This page holds the whole result.
        <button type="button" data-download="${result.run_id}.json" hidden>
          Download result.json
        </button>
      </p>`,
  };
}
