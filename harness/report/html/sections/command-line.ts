import { html, type Markup } from '../markup.ts';

/** A command to run again; the button appears only where scripts can copy. */
export function commandLine(command: string): Markup {
  return html`<div class="command">
    <code>${command}</code> <button type="button" data-copy="${command}" hidden>copy</button>
  </div>`;
}
