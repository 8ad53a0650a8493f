import { XmlScanner } from './xml-scanner.ts';
import type { XmlElement } from './xml-element.ts';

interface OpenElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/**
 * Reads one well-formed document (XML 1.0, fifth edition) without declarations of its own: a report that declares
 * entities is refused, so that none can grow. Throws a `SyntaxError` that names the line.
 */
export function readXml(source: string): XmlElement {
  const scanner = new XmlScanner(source);
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  scanner.skipDeclaration();
  while (!scanner.atEnd) {
    const inside = open.at(-1);
    const text = scanner.readText();
    if (inside !== undefined) inside.text += text;
    else if (/[^ \t\r\n]/.test(text)) throw scanner.problem('there is text outside of the root');
    if (scanner.atEnd) break;
    if (scanner.skipComment() || scanner.skipInstruction()) continue;
    const section = scanner.readSection();
    if (section !== undefined) {
      if (inside === undefined) throw scanner.problem('there is text outside of the root');
      inside.text += section;
      continue;
    }
    if (scanner.skipDocumentType()) {
      if (inside !== undefined || root !== undefined)
        throw scanner.problem('a document type stands too late');
      continue;
    }
    const closing = scanner.readEndTag();
    if (closing !== undefined) {
      if (inside?.name !== closing) {
        throw scanner.problem(`</${closing}> ends what <${inside?.name ?? 'nothing'}> began`);
      }
      open.pop();
      continue;
    }
    if (inside === undefined && root !== undefined) throw scanner.problem('there is a second root');
    const { name, attributes, empty } = scanner.readStartTag();
    const element: OpenElement = { name, attributes, children: [], text: '' };
    inside?.children.push(element);
    root ??= element;
    if (!empty) open.push(element);
  }
  const left = open.at(-1);
  if (left !== undefined) throw scanner.problem(`<${left.name}> never ends: the file is cut short`);
  if (root === undefined) throw scanner.problem('there is no element');
  return root;
}
