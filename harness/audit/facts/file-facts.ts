export type Language = 'py' | 'ts';

export interface ImportFact {
  readonly line: number;
  /** As written: `a.b`, `..pkg`, `./file.ts`. */
  readonly module: string;
  /** Imported name; `*` for all of them, empty for the module itself. */
  readonly name: string;
  /** Name bound here; empty when nothing is bound. */
  readonly local: string;
  /** Qualified name of the function or class it stands in; empty at the top. */
  readonly within: string;
  readonly typeOnly: boolean;
  /** Inside a `try` that catches a failed import. */
  readonly guarded: boolean;
  /** A call made while the program runs: `import()`, `importlib.import_module()`. */
  readonly dynamic?: true;
}

/** `export { x as y } from`, `export * from`, or a local name under another one. */
export interface ExportFact {
  readonly line: number;
  /** Name seen from outside; `*` passes everything on. */
  readonly name: string;
  /** Name here or in `module`; `*` for a whole module. */
  readonly local: string;
  /** Module passed on; empty for a local name. */
  readonly module: string;
}

export interface ParameterFact {
  readonly name: string;
  readonly annotation: string;
  readonly optional: boolean;
  /** `*args` or a rest parameter, `**kwargs`, keyword-only, or an ordinary one. */
  readonly kind: 'plain' | 'rest' | 'keywords' | 'keyword-only';
}

export interface FunctionFact {
  readonly name: string;
  readonly qualname: string;
  readonly line: number;
  readonly endLine: number;
  readonly async: boolean;
  /** Qualified name of the class it is a member of; empty for a plain function. */
  readonly owner: string;
  readonly params: readonly ParameterFact[];
  readonly returns: string;
  readonly decorators: readonly string[];
  /** Only a signature: overload, abstract, declared. */
  readonly signatureOnly: boolean;
  /** `private` members, and names with a leading `_` or `#`. */
  readonly hidden: boolean;
}

export interface ClassFact {
  readonly name: string;
  readonly qualname: string;
  readonly line: number;
  readonly endLine: number;
  /** `object` is a function or constant that offers an object literal of functions. */
  readonly form: 'class' | 'object' | 'interface';
  readonly bases: readonly string[];
  readonly decorators: readonly string[];
  /** Names of fields declared in the class body. */
  readonly fields: readonly string[];
  /** Declared types of fields, where there are any: name → annotation. */
  readonly fieldTypes: Readonly<Record<string, string>>;
  readonly abstract: boolean;
}

/** A module-level `A = B`, `A = mod.B`; also a `const` that repeats a name. */
export interface AliasFact {
  readonly line: number;
  readonly name: string;
  readonly target: string;
}

/** Everything the audit keeps of a file; the text itself is dropped. */
export interface FileFacts {
  readonly path: string;
  readonly lang: Language;
  readonly bytes: number;
  readonly lines: number;
  readonly imports: readonly ImportFact[];
  readonly exports: readonly ExportFact[];
  readonly classes: readonly ClassFact[];
  readonly functions: readonly FunctionFact[];
  readonly aliases: readonly AliasFact[];
  /** Other names bound at module level. */
  readonly variables: readonly string[];
  /** `__all__` where it is a plain list. */
  readonly publicNames: readonly string[] | undefined;
  /** The module answers for unknown names itself (`__getattr__`). */
  readonly answersAnyName: boolean;
  /** Strings may name modules here: patch targets, dynamic imports. */
  readonly namesModulesInStrings: boolean;
  /** Lines that warn of deprecation. */
  readonly deprecations: readonly number[];
  /** First complaint of the parser, if any. */
  readonly problem: string | undefined;
  /** Why it was written by a program and therefore not parsed; absent for source. */
  readonly machineMade?: string;
}
