import type { FileFacts } from '../../facts/file-facts.ts';

function rows(list: readonly unknown[]): string[] {
  return list.map((row) => JSON.stringify(row)).toSorted();
}

/** The facts CPython's parser can confirm, as sorted lines of text. */
export function comparableFacts(
  facts: FileFacts,
): Record<'imports' | 'classes' | 'functions', string[]> {
  return {
    imports: rows(
      facts.imports
        .filter((each) => each.dynamic !== true)
        .map((each) => [each.line, each.module, each.name, each.local]),
    ),
    classes: rows(
      facts.classes.map((each) => [
        each.qualname,
        each.line,
        each.endLine,
        each.bases.length,
        each.decorators.length,
      ]),
    ),
    functions: rows(
      facts.functions.map((each) => [
        each.qualname,
        each.line,
        each.endLine,
        each.async,
        each.params.map((param) => [param.name, param.kind]),
        each.returns.replaceAll(/\s+/g, ''),
        each.decorators.length,
      ]),
    ),
  };
}
