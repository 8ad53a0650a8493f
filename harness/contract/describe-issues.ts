import { z } from 'zod';
import { suggest } from './suggestion.ts';

interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode;
  readonly items?: SchemaNode;
}

/** Keys an object schema knows at `path`; empty where the schema there is not a plain object. */
function knownKeys(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const root: unknown = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  let node = root as SchemaNode | undefined;
  for (const step of path) {
    node =
      typeof step === 'number'
        ? node?.items
        : (node?.properties?.[String(step)] ?? node?.additionalProperties);
  }
  return Object.keys(node?.properties ?? {});
}

/** One line per problem, "where: what", with a suggestion for a key that was probably misspelt. */
export function describeIssues(schema: z.core.$ZodType, error: z.ZodError): string[] {
  return error.issues.flatMap((issue) => {
    const where = issue.path.length === 0 ? 'top level' : issue.path.map(String).join('.');
    if (issue.code !== 'unrecognized_keys') return [`${where}: ${issue.message}`];
    const known = knownKeys(schema, issue.path);
    return issue.keys.map((key) => {
      const guess = suggest(key, known);
      const hint =
        guess === undefined ? `known keys: ${known.join(', ')}` : `did you mean "${guess}"?`;
      return `${where}: "${key}" is not a known key (${hint})`;
    });
  });
}
