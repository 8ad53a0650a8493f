import type { Attachment } from '../../../contract/fragment.ts';
import { html, type Markup } from '../markup.ts';
import { commandLine } from './command-line.ts';

/** Files are addressed relative to the run's folder, where the report stands; each part of a name may hold anything. */
function addressIn(file: string): string {
  return file.split('/').map(encodeURIComponent).join('/');
}

/** What a test left behind, linked; a trace also with the command that opens it. */
export function attachmentLinks(attachments: readonly Attachment[]): Markup | undefined {
  if (attachments.length === 0) return undefined;
  const traces = attachments.filter(({ name }) => name === 'trace');
  return html`<p>
      ${attachments.map(({ name, file, type }) => html`<a href="${addressIn(file)}" type="${type}">${name}</a> `)}
    </p>
    ${
      traces.length === 0
        ? undefined
        : html`<p class="context">To step through it, in the folder of this report:</p>`
    }
    ${traces.map(({ file }) => commandLine(`npx playwright show-trace ${file}`))}`;
}
