import type { FunctionFact, ImportFact } from '../facts/file-facts.ts';
import type { PythonSource } from './python-source.ts';

/**
 * `name = import_module('a.b')`, `getattr(import_module('a.b'), 'Name')`, `__import__('a.b').Name`: at the start of
 * a line or after what may stand before an expression.
 */
const loading =
  /[ \t]*(?:(?:return|await|yield)\s+|(\w+)\s*(?::[^=\n]+)?=\s*)?(getattr\(\s*)?(?:importlib\s*\.\s*)?(?:import_module|__import__)\(\s*['"]([.\w]+)['"][^)\n]*\)(?:\s*\.\s*([A-Za-z_]\w*)|\s*,\s*['"](\w+)['"])?/y;

/** A statement may begin so many lines before the call in it. */
const linesBefore = 2;

/** The statement that holds the call at an offset, when it is one of the known forms. */
function matchAround(text: string, at: number): RegExpExecArray | undefined {
  let start = at;
  for (let line = 0; line <= linesBefore && start >= 0; line += 1) {
    start = text.lastIndexOf('\n', start - 1);
    loading.lastIndex = start + 1;
    const match = loading.exec(text);
    if (match !== null && loading.lastIndex > at) return match;
    if (start === -1) return undefined;
  }
  return undefined;
}

/** Imports made by a call with the module's name in a string. Computed names stay unknown. */
export function dynamicImports(
  source: PythonSource,
  functions: readonly FunctionFact[],
): ImportFact[] {
  const { text } = source;
  const found: ImportFact[] = [];
  let end = 0;
  for (let at = text.indexOf('mport_'); at !== -1; at = text.indexOf('mport_', at + 1)) {
    const match = at < end ? undefined : matchAround(text, at);
    if (match === undefined) continue;
    end = match.index + match[0].length;
    const line = source.lineOf(match.index);
    const [, bound = '', reading, module = '', attribute, named] = match;
    const name = attribute ?? (reading === undefined ? '' : (named ?? ''));
    const within = functions.findLast((fact) => fact.line <= line && line <= fact.endLine);
    found.push({
      line,
      module,
      name,
      local: bound === '' ? name : bound,
      within: within?.qualname ?? '',
      typeOnly: false,
      // Whoever loads by name expects that it may not be there.
      guarded: true,
      dynamic: true,
    });
  }
  return found;
}
