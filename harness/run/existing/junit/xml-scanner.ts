/** Characters that XML 1.0 allows at all (section 2.2); everything else must not even be escaped. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
const nameStart =
  ':A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const name = `[${nameStart}][${nameStart}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040]*`;
const space = '[ \\t\\r\\n]';
const predefined: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** One part of the declaration, in either kind of quotes. */
function said(key: string, value: string): string {
  return `${space}+${key}${space}*=${space}*(?:"${value}"|'${value}')`;
}

const patterns = {
  declaration: new RegExp(
    `<\\?xml${said('version', '1\\.[0-9]+')}(?:${said('encoding', '[A-Za-z][A-Za-z0-9._\\-]*')})?` +
      `(?:${said('standalone', '(?:yes|no)')})?${space}*\\?>`,
    'y',
  ),
  instruction: new RegExp(`<\\?(?!xml[\\s?])${name}(?:${space}(?:[^?]|\\?(?!>))*)?\\?>`, 'iuy'),
  comment: /<!--(?:[^-]|-(?!-))*-->/y,
  documentType: new RegExp(`<!DOCTYPE${space}+${name}${space}*>`, 'uy'),
  startTag: new RegExp(`<(${name})`, 'uy'),
  attribute: new RegExp(`${space}+(${name})${space}*=${space}*("[^<"]*"|'[^<']*')`, 'uy'),
  tagEnd: new RegExp(`${space}*(/?)>`, 'y'),
  endTag: new RegExp(`</(${name})${space}*>`, 'uy'),
} as const;

/** Walks over the text of a document, one piece at a time. Every method throws a `SyntaxError` that names the line. */
export class XmlScanner {
  readonly #text: string;
  #at = 0;

  constructor(source: string) {
    this.#text = source.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
    const illegal = forbidden.exec(this.#text);
    if (illegal === null) return;
    this.#at = illegal.index;
    const code = illegal[0].charCodeAt(0).toString(16).padStart(4, '0');
    throw this.problem(`the character U+${code.toUpperCase()} may not stand in XML`);
  }

  get atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  problem(what: string): SyntaxError {
    const line = this.#text.slice(0, this.#at).split('\n').length;
    return new SyntaxError(`line ${line}: ${what}`);
  }

  skipDeclaration(): void {
    this.#take(patterns.declaration);
  }

  /** Everything up to the next `<`, decoded. */
  readText(): string {
    const end = this.#text.indexOf('<', this.#at);
    const text = this.#text.slice(this.#at, end < 0 ? undefined : end);
    if (text.includes(']]>')) throw this.problem('"]]>" may not stand in text');
    const decoded = this.#decode(text);
    this.#at += text.length;
    return decoded;
  }

  skipComment(): boolean {
    return this.#take(patterns.comment) !== undefined;
  }

  skipInstruction(): boolean {
    return this.#take(patterns.instruction) !== undefined;
  }

  skipDocumentType(): boolean {
    return this.#take(patterns.documentType) !== undefined;
  }

  /** A character data section: text as it stands. */
  readSection(): string | undefined {
    const opening = '<![CDATA[';
    if (!this.#text.startsWith(opening, this.#at)) return undefined;
    const start = this.#at + opening.length;
    const end = this.#text.indexOf(']]>', start);
    if (end < 0) throw this.problem('a CDATA section never ends: the file is cut short');
    this.#at = end + 3;
    return this.#text.slice(start, end);
  }

  readEndTag(): string | undefined {
    return this.#take(patterns.endTag)?.[1];
  }

  readStartTag(): { name: string; attributes: Map<string, string>; empty: boolean } {
    const [, tag] = this.#take(patterns.startTag) ?? [];
    if (tag === undefined) throw this.problem(`"${this.#ahead()}" is not a tag`);
    const attributes = new Map<string, string>();
    for (;;) {
      const [, key, quoted] = this.#take(patterns.attribute) ?? [];
      if (key === undefined || quoted === undefined) break;
      if (attributes.has(key)) throw this.problem(`<${tag}> has "${key}" twice`);
      const value = quoted.slice(1, -1).replaceAll(/[\t\n]/g, ' ');
      attributes.set(key, this.#decode(value));
    }
    const end = this.#take(patterns.tagEnd);
    if (end === undefined) throw this.problem(`"${this.#ahead()}" inside of <${tag}>`);
    return { name: tag, attributes, empty: end[1] === '/' };
  }

  #ahead(): string {
    return this.#text.slice(this.#at, this.#at + 20).split('\n', 1)[0] ?? '';
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match === null) return undefined;
    this.#at = pattern.lastIndex;
    return match;
  }

  #decode(text: string): string {
    if (!text.includes('&')) return text;
    return text.replaceAll(/&([^;&\s]*)(;?)/g, (whole, reference: string, end: string) => {
      const [, hex, decimal] = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(reference) ?? [];
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      const character =
        hex === undefined && decimal === undefined
          ? Object.hasOwn(predefined, reference)
            ? predefined[reference]
            : undefined
          : code <= 0x10_ff_ff
            ? String.fromCodePoint(code)
            : undefined;
      if (end === '' || character === undefined || forbidden.test(character)) {
        throw this.problem(`"${whole}" stands for no character`);
      }
      return character;
    });
  }
}
