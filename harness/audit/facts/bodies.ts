import type { Statement } from './expression.ts';

/** The statements of one file: those of the module, and those of each function by qualified name and line. */
export interface Bodies {
  readonly module: readonly Statement[];
  readonly functions: ReadonlyMap<string, readonly Statement[]>;
}

/** Key of a function in `Bodies.functions`: two definitions of one name differ by their line. */
export function bodyKey(definition: { readonly qualname: string; readonly line: number }): string {
  return `${definition.qualname}@${definition.line}`;
}
