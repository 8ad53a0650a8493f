import { embedJson } from './embed-json.ts';
import { embedScript, scriptHash } from './embed-script.ts';
import { html, trusted, type Markup } from './markup.ts';
import { renderSection, type Section } from './section.ts';

export interface PageShell {
  readonly title: string;
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  /** JSON that the scripts read, by element id. */
  readonly data: Readonly<Record<string, string>>;
  readonly header: Markup;
  readonly sections: readonly Section[];
  /** May the page ask its own server for news? Otherwise it loads nothing at all. */
  readonly live?: boolean;
}

/** One self-contained page: styles, scripts and data are in it, and nothing else may run or load. */
export function renderPage(shell: PageShell): string {
  const { title, styles, scripts, data, header, sections, live = false } = shell;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta http-equiv="Content-Security-Policy" content="${policy(scripts, live)}" />
        <link rel="icon" href="data:," />
        <title>${title}</title>
        <style>
          ${styles.map(trusted)}
        </style>
      </head>
      <body>
        <nav aria-label="Sections">
          <ul>
            ${sections.map((section) => html`<li><a href="#${section.id}">${section.title}</a></li>`)}
          </ul>
        </nav>
        <main>${header} ${sections.map(renderSection)}</main>
        ${Object.entries(data).map(([id, json]) => embedJson(id, json))} ${scripts.map(embedScript)}
      </body>
    </html> `;
  return page.markup;
}

/** Only the page's own scripts run, whatever a target managed to write into a frame. */
function policy(scripts: readonly string[], live: boolean): string {
  const hashes = scripts.map((script) => `'${scriptHash(script)}'`).join(' ');
  const rules = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `script-src ${hashes}`,
    'img-src data: blob:',
    ...(live ? ["connect-src 'self'"] : []),
  ];
  return rules.join('; ');
}
