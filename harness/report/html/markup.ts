/** Text that is already HTML. Only `html` and `trusted` make it, so that everything else is escaped. */
export interface Markup {
  readonly markup: string;
}

type Child = string | number | Markup | undefined | readonly Child[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Template tag: every value is escaped unless it is markup itself; lists are joined, `undefined` is nothing. */
export function html(strings: TemplateStringsArray, ...children: readonly Child[]): Markup {
  return { markup: String.raw({ raw: strings }, ...children.map(write)) };
}

/** Declares text as HTML: for style sheets, scripts and JSON that were made safe elsewhere. */
export function trusted(markup: string): Markup {
  return { markup };
}

function write(child: Child): string {
  if (child === undefined) return '';
  if (typeof child === 'number') return String(child);
  if (typeof child === 'string') return escapeHtml(child);
  return 'markup' in child ? child.markup : child.map(write).join('');
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
