import type { EcmaScriptModule, StaticExportEntry, StaticImportEntry } from 'oxc-parser';
import type { ExportFact, ImportFact } from '../facts/file-facts.ts';

type LineOf = (offset: number) => number;

/** The parser declares its kinds as a `const enum` that does not exist at run time: compare the words. */
function isKind(of: { readonly kind: string }, kind: string): boolean {
  return of.kind === kind;
}

function importedName({ importName }: StaticImportEntry): string {
  if (isKind(importName, 'NamespaceObject')) return '';
  return isKind(importName, 'Default') ? 'default' : (importName.name ?? '');
}

/** Static imports of a module, one fact per name; a bare `import 'x'` binds nothing. */
export function importFacts(module: EcmaScriptModule, lineOf: LineOf): ImportFact[] {
  return module.staticImports.flatMap((statement) => {
    const shared = {
      line: lineOf(statement.start),
      module: statement.moduleRequest.value,
      within: '',
      guarded: false,
    };
    if (statement.entries.length === 0)
      return [{ ...shared, name: '', local: '', typeOnly: false }];
    return statement.entries.map((entry) => ({
      ...shared,
      name: importedName(entry),
      local: entry.localName.value,
      typeOnly: entry.isType,
    }));
  });
}

function exportedName({ exportName }: StaticExportEntry): string {
  if (isKind(exportName, 'Default')) return 'default';
  return isKind(exportName, 'None') ? '*' : (exportName.name ?? '*');
}

function sourceName({ moduleRequest, localName, importName }: StaticExportEntry): string {
  if (moduleRequest === null) return localName.name ?? 'default';
  return isKind(importName, 'Name') ? (importName.name ?? '*') : '*';
}

/** What a module offers: own names, and what it passes on from others. */
export function exportFacts(module: EcmaScriptModule, lineOf: LineOf): ExportFact[] {
  return module.staticExports.flatMap((statement) =>
    statement.entries.map((entry) => ({
      line: lineOf(statement.start),
      name: exportedName(entry),
      local: sourceName(entry),
      module: entry.moduleRequest?.value ?? '',
    })),
  );
}
