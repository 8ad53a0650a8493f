// oxlint-disable typescript/switch-exhaustiveness-check -- a syntax tree has some 170 kinds of node; those without a case are handled as a group
import type {
  ArrowFunctionExpression,
  Class,
  Function as OxcFunction,
  MethodDefinition,
  Node,
  ObjectExpression,
  PropertyDefinition,
  TSInterfaceDeclaration,
  VariableDeclarator,
} from 'oxc-parser';
import { visitorKeys } from 'oxc-parser';
import type { ClassFact, FunctionFact, ImportFact } from '../facts/file-facts.ts';
import { bodyKey } from '../facts/bodies.ts';
import type { Statement } from '../facts/expression.ts';
import { boundNames, dynamicImports, importIn, takenFromImport } from './dynamic-imports.ts';
import { keyName } from './key-name.ts';
import { parameterFacts } from './parameters.ts';

type Callable = OxcFunction | ArrowFunctionExpression;

/** Where a definition stands: the names around it, and the class it is a member of. */
interface Place {
  readonly within: string;
  readonly owner: string;
}

export interface DefinitionContext {
  readonly textOf: (node: { start: number; end: number }) => string;
  readonly lineOf: (offset: number) => number;
  /** Converts a body; absent when bodies are not wanted. */
  readonly statementsOf: ((body: Node) => readonly Statement[]) | undefined;
}

export interface Definitions {
  readonly classes: ClassFact[];
  readonly functions: FunctionFact[];
  readonly dynamicImports: ImportFact[];
  readonly bodies: Map<string, readonly Statement[]>;
}

function joined(within: string, name: string): string {
  return [within, name].filter((part) => part !== '').join('.');
}

function isCallable(node: Node | null | undefined): node is Callable {
  return (
    node?.type === 'ArrowFunctionExpression' ||
    node?.type === 'FunctionExpression' ||
    node?.type === 'TSEmptyBodyFunctionExpression'
  );
}

/** An object literal with at least two functions is an implementation without a class. */
function offersFunctions(node: Node | null | undefined): node is ObjectExpression {
  return (
    node?.type === 'ObjectExpression' &&
    node.properties.filter((property) => property.type === 'Property' && isCallable(property.value))
      .length >= 2
  );
}

/** Walks a syntax tree once and writes down every class, function and dynamic import, nested ones included. */
export function collectDefinitions(program: Node, context: DefinitionContext): Definitions {
  const found: Definitions = { classes: [], functions: [], dynamicImports: [], bodies: new Map() };
  const { lineOf, textOf } = context;

  function children(node: Node, place: Place): void {
    const record = node as unknown as Readonly<Record<string, unknown>>;
    for (const key of visitorKeys[node.type] ?? []) {
      const child = record[key];
      if (Array.isArray(child)) {
        for (const part of child as unknown[]) if (part !== null) visit(part as Node, place);
      } else if (typeof child === 'object' && child !== null) visit(child as Node, place);
    }
  }

  function addFunction(
    name: string,
    node: Callable,
    span: Node,
    place: Place,
    marks: { hidden: boolean; decorators: readonly string[] },
  ): void {
    const fact: FunctionFact = {
      name,
      qualname: joined(place.within, name),
      line: lineOf(span.start),
      endLine: lineOf(span.end),
      async: node.async,
      owner: place.owner,
      params: node.params.flatMap((parameter) => parameterFacts(parameter, textOf)),
      returns: node.returnType ? textOf(node.returnType.typeAnnotation) : '',
      decorators: marks.decorators,
      signatureOnly: node.body === null,
      hidden: marks.hidden,
    };
    found.functions.push(fact);
    if (node.body === null) return;
    if (context.statementsOf) found.bodies.set(bodyKey(fact), context.statementsOf(node.body));
    children(node, { within: fact.qualname, owner: '' });
  }

  function decoratorsOf(node: MethodDefinition | PropertyDefinition | Class): string[] {
    return node.decorators.map((decorator) => textOf(decorator.expression));
  }

  function member(node: MethodDefinition | PropertyDefinition, place: Place): boolean {
    const name = keyName(node.key, node.computed);
    if (name === '' || !isCallable(node.value)) return false;
    const hidden = name.startsWith('#') || name.startsWith('_') || node.accessibility === 'private';
    addFunction(name, node.value, node, place, {
      hidden,
      decorators: [
        ...decoratorsOf(node),
        ...(node.static ? ['static'] : []),
        ...(node.type === 'MethodDefinition' && node.kind === 'get' ? ['property'] : []),
        ...(node.accessibility === 'private' ? ['private'] : []),
      ],
    });
    return true;
  }

  function addClass(node: Class, name: string, place: Place) {
    const qualname = joined(place.within, name);
    const fields = node.body.body.flatMap((part) =>
      part.type === 'PropertyDefinition' && !isCallable(part.value)
        ? [keyName(part.key, part.computed)]
        : [],
    );
    const fieldTypes: Record<string, string> = {};
    for (const part of node.body.body)
      if (part.type === 'PropertyDefinition' && part.typeAnnotation)
        fieldTypes[keyName(part.key, part.computed)] = textOf(part.typeAnnotation.typeAnnotation);
    const fromConstructor = node.body.body.flatMap((part) =>
      part.type === 'MethodDefinition' && part.kind === 'constructor'
        ? part.value.params.flatMap((parameter) =>
            parameter.type === 'TSParameterProperty'
              ? parameterFacts(parameter, textOf).map((fact) => {
                  fieldTypes[fact.name] = fact.annotation;
                  return fact.name;
                })
              : [],
          )
        : [],
    );
    found.classes.push({
      name,
      qualname,
      line: lineOf(node.start),
      endLine: lineOf(node.end),
      form: 'class',
      bases: [
        ...(node.superClass === null ? [] : [textOf(node.superClass)]),
        ...(node.implements ?? []).map((part) => textOf(part.expression)),
      ],
      decorators: decoratorsOf(node),
      fields: [...fields, ...fromConstructor].filter((field) => field !== ''),
      fieldTypes,
      abstract: node.abstract === true,
    });
    const inside = { within: qualname, owner: qualname };
    for (const part of node.body.body) {
      const isMember = part.type === 'MethodDefinition' || part.type === 'PropertyDefinition';
      if (!isMember || !member(part, inside)) children(part, inside);
    }
  }

  function addInterface(node: TSInterfaceDeclaration, place: Place): void {
    const qualname = joined(place.within, node.id.name);
    const inside = { within: qualname, owner: qualname };
    const fields: string[] = [];
    for (const part of node.body.body) {
      if (part.type === 'TSPropertySignature') fields.push(keyName(part.key, part.computed));
      if (part.type !== 'TSMethodSignature') continue;
      const signature = { ...part, async: false, body: null } as unknown as Callable;
      addFunction(keyName(part.key, part.computed), signature, part, inside, {
        hidden: false,
        decorators: [],
      });
    }
    found.classes.push({
      name: node.id.name,
      qualname,
      line: lineOf(node.start),
      endLine: lineOf(node.end),
      form: 'interface',
      bases: node.extends.map((part) => textOf(part.expression)),
      decorators: [],
      fields,
      fieldTypes: {},
      abstract: true,
    });
  }

  function addObject(node: ObjectExpression, name: string, within: string): void {
    const qualname = joined(within, name);
    const inside = { within: qualname, owner: qualname };
    const fields: string[] = [];
    for (const property of node.properties) {
      if (property.type !== 'Property') continue;
      const key = keyName(property.key, property.computed);
      if (isCallable(property.value))
        addFunction(key, property.value, property, inside, { hidden: false, decorators: [] });
      else {
        if (key !== '') fields.push(key);
        children(property, inside);
      }
    }
    found.classes.push({
      // A local object alone says little: the function that offers it gives the words.
      name: qualname,
      qualname,
      line: lineOf(node.start),
      endLine: lineOf(node.end),
      form: 'object',
      bases: [],
      decorators: [],
      fields,
      fieldTypes: {},
      abstract: false,
    });
  }

  function declarator(node: VariableDeclarator, place: Place): void {
    const name = node.id.type === 'Identifier' ? node.id.name : '';
    const { init } = node;
    if (name !== '' && isCallable(init))
      addFunction(name, init, node, { within: place.within, owner: '' }, plain);
    else if (name !== '' && init?.type === 'ClassExpression') addClass(init, name, place);
    else if (name !== '' && offersFunctions(init)) addObject(init, name, place.within);
    else {
      const taken = init === null ? undefined : takenFromImport(init);
      const [only] = init?.type === 'MemberExpression' ? (taken?.names ?? []) : [];
      if (taken !== undefined && only !== undefined && name !== '') {
        const bound = [{ name: only.name, local: name }];
        found.dynamicImports.push(...dynamicImports(taken.import, bound, place.within, lineOf));
        return;
      }
      const loaded = importIn(init);
      if (loaded === undefined) return children(node, place);
      found.dynamicImports.push(
        ...dynamicImports(loaded, boundNames(node.id), place.within, lineOf),
      );
    }
  }

  const plain = { hidden: false, decorators: [] };

  function visit(node: Node, place: Place): void {
    switch (node.type) {
      case 'FunctionDeclaration':
      case 'TSDeclareFunction':
        return addFunction(
          node.id?.name ?? 'default',
          node,
          node,
          { within: place.within, owner: '' },
          plain,
        );
      case 'ClassDeclaration':
      case 'ClassExpression':
        return addClass(node, node.id?.name ?? 'default', place);
      case 'TSInterfaceDeclaration':
        return addInterface(node, place);
      case 'VariableDeclarator':
        return declarator(node, place);
      case 'ReturnStatement':
        // The object a function returns is its implementation: it carries the function's name.
        if (place.within !== '' && offersFunctions(node.argument))
          return addObject(node.argument, '', place.within);
        return children(node, place);
      case 'ImportExpression':
        found.dynamicImports.push(...dynamicImports(node, [], place.within, lineOf));
        return children(node, place);
      case 'MemberExpression':
      case 'CallExpression': {
        // What is taken from an import decides what it brings: `(await import('x')).Name`, `.then(({ Name }) => …)`.
        const taken = takenFromImport(node);
        if (taken === undefined) return children(node, place);
        found.dynamicImports.push(
          ...dynamicImports(taken.import, taken.names, place.within, lineOf),
        );
        return node.type === 'CallExpression'
          ? node.arguments.forEach((argument) => visit(argument, place))
          : undefined;
      }
      default:
        return children(node, place);
    }
  }

  visit(program, { within: '', owner: '' });
  return found;
}
