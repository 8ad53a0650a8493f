import type { Comment } from 'oxc-parser';
import type { Bodies } from '../facts/bodies.ts';
import type { Statement } from '../facts/expression.ts';
import type { AliasFact, FileFacts } from '../facts/file-facts.ts';
import { collectDefinitions } from './definitions.ts';
import { isTooDeep } from './is-too-deep.ts';
import { createLineIndex } from './line-index.ts';
import { exportFacts, importFacts } from './module-facts.ts';
import { parseSource } from './parse-source.ts';
import { createStatementReader } from './statements-of.ts';

function aliasFacts(statements: readonly Statement[]): AliasFact[] {
  return statements.flatMap((statement) => {
    if (statement.kind !== 'assign' || statement.value?.kind !== 'name') return [];
    const target = statement.value.name;
    return statement.targets.map((name) => ({ line: statement.line, name, target }));
  });
}

/** `@deprecated` in a comment is how TypeScript marks a shim. */
function deprecationLines(
  comments: readonly Comment[],
  lineOf: (offset: number) => number,
): number[] {
  return comments
    .filter((comment) => comment.value.includes('@deprecated'))
    .map((comment) => lineOf(comment.end) + 1);
}

export interface TypeScriptReading {
  readonly facts: FileFacts;
  readonly bodies: Bodies;
}

/**
 * Reads TypeScript or JavaScript source. A file that does not parse gives what the parser recovered, and `problem`.
 * @param path decides the dialect by its extension
 * @param options.bodies also convert the bodies of functions; without it `bodies.functions` is empty
 */
export function readTypeScript(
  path: string,
  text: string,
  options: { readonly bodies: boolean },
): TypeScriptReading {
  const tooDeep = isTooDeep(text);
  const parsed = parseSource(path, tooDeep ? '' : text);
  const lineOf = createLineIndex(text);
  const statementsOf = createStatementReader(lineOf, { functions: options.bodies });
  const definitions = collectDefinitions(parsed.program, {
    textOf: (node) => text.slice(node.start, node.end),
    lineOf,
    statementsOf: options.bodies ? statementsOf : undefined,
  });
  const module = statementsOf(parsed.program);
  const isScript = !parsed.module.hasModuleSyntax;
  return {
    facts: {
      path,
      lang: 'ts',
      bytes: Buffer.byteLength(text),
      lines: lineOf(text.length),
      imports: [...importFacts(parsed.module, lineOf), ...definitions.dynamicImports],
      exports: exportFacts(parsed.module, lineOf),
      classes: definitions.classes,
      functions: definitions.functions,
      aliases: aliasFacts(module),
      variables: module.flatMap((statement) =>
        statement.kind === 'assign' ? statement.targets : [],
      ),
      publicNames: undefined,
      answersAnyName: isScript && /\bexports\b/.test(text),
      namesModulesInStrings: false,
      deprecations: deprecationLines(parsed.comments, lineOf),
      problem: tooDeep ? 'nests too deep to be parsed' : parsed.errors[0]?.message,
    },
    bodies: { module, functions: definitions.bodies },
  };
}
