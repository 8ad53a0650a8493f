// oxlint-disable typescript/switch-exhaustiveness-check -- a syntax tree has some 170 kinds of node; those without a case are handled as a group
import type { Node, ParamPattern } from 'oxc-parser';
import type { ParameterFact } from '../facts/file-facts.ts';
import { keyName } from './key-name.ts';

/** Every name a pattern binds. */
export function bindingNames(pattern: Node): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        bindingNames(property.type === 'RestElement' ? property.argument : property.value),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element === null ? [] : bindingNames(element)));
    case 'AssignmentPattern':
      return bindingNames(pattern.left);
    case 'RestElement':
      return bindingNames(pattern.argument);
    case 'TSParameterProperty':
      return bindingNames(pattern.parameter);
    default:
      return [];
  }
}

/** Fields of an options object count as parameters of their own: that is how TypeScript names arguments. */
function optionFacts(pattern: Extract<Node, { type: 'ObjectPattern' }>): ParameterFact[] {
  return pattern.properties.flatMap((property): ParameterFact[] =>
    property.type === 'RestElement'
      ? []
      : [
          {
            name: keyName(property.key, property.computed),
            annotation: '',
            optional: property.value.type === 'AssignmentPattern',
            kind: 'keyword-only',
          },
        ],
  );
}

/** The facts of one parameter of a signature; several for a destructured options object. */
export function parameterFacts(
  parameter: ParamPattern,
  textOf: (node: { start: number; end: number }) => string,
): ParameterFact[] {
  if (parameter.type === 'TSParameterProperty') return parameterFacts(parameter.parameter, textOf);
  if (parameter.type === 'AssignmentPattern')
    return parameterFacts(parameter.left, textOf).map((fact) => ({ ...fact, optional: true }));
  if (parameter.type === 'RestElement')
    return bindingNames(parameter).map((name) => ({
      name,
      annotation: '',
      optional: true,
      kind: 'rest',
    }));
  if (parameter.type === 'ObjectPattern') return optionFacts(parameter);
  // A taken-apart array fills one position, whatever it binds.
  if (parameter.type === 'ArrayPattern')
    return [
      {
        name: `[${bindingNames(parameter).join(', ')}]`,
        annotation: '',
        optional: false,
        kind: 'plain',
      },
    ];
  // `this` only declares what a function is called on: nobody passes it.
  if (parameter.type !== 'Identifier' || parameter.name === 'this') return [];
  const type = parameter.typeAnnotation;
  return [
    {
      name: parameter.name,
      annotation: type ? textOf(type.typeAnnotation) : '',
      optional: Boolean(parameter.optional),
      kind: 'plain',
    },
  ];
}
