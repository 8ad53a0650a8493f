// oxlint-disable typescript/switch-exhaustiveness-check -- a syntax tree has some 170 kinds of node; those without a case are handled as a group
import type { PropertyKey } from 'oxc-parser';

/** The plain name of a property key; private names keep their `#`, computed ones have none. */
export function keyName(key: PropertyKey, computed: boolean): string {
  if (computed) return '';
  if (key.type === 'Identifier') return key.name;
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (key.type === 'Literal' && typeof key.value === 'string') return key.value;
  return '';
}
