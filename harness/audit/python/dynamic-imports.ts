import type { FunctionFact, ImportFact } from '../facts/file-facts.ts';

/**
 * `name = import_module('a.b')`, `getattr(import_module('a.b'), 'Name')`, `__import__('a.b').Name`: at the start of
 * a line or after what may stand before an expression.
 */
const loading =
  /^[ \t]*(?:(?:return|await|yield)\s+|(\w+)\s*(?::[^=\n]+)?=\s*)?(getattr\(\s*)?(?:importlib\s*\.\s*)?(?:import_module|__import__)\(\s*['"]([.\w]+)['"][^)\n]*\)(?:\s*\.\s*([A-Za-z_]\w*)|\s*,\s*['"](\w+)['"])?/gm;

/** Imports made by a call with the module's name in a string. Computed names stay unknown. */
export function dynamicImports(text: string, functions: readonly FunctionFact[]): ImportFact[] {
  const found: ImportFact[] = [];
  let line = 1;
  let counted = 0;
  for (const match of text.matchAll(loading)) {
    for (; counted < match.index; counted += 1) if (text.charCodeAt(counted) === 10) line += 1;
    const [, bound = '', reading, module = '', attribute, named] = match;
    const name = attribute ?? (reading === undefined ? '' : (named ?? ''));
    const at = line;
    const within = functions.findLast((fact) => fact.line <= at && at <= fact.endLine);
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
