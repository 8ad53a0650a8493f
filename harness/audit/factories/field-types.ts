import { bodyKey } from '../facts/bodies.ts';
import type { Expression } from '../facts/expression.ts';
import { walkStatements } from '../facts/walk-statements.ts';
import type { AuditModel } from '../model/audit-model.ts';
import { symbolId, type ClassNode } from '../model/class-graph.ts';
import { isConstructor } from '../roles/class-shape.ts';
import { returnedTypeNames } from '../roles/type-names.ts';

/** The class a type annotation names, as a symbol of the tree. */
export function classOfAnnotation(
  model: AuditModel,
  path: string,
  annotation: string,
  within: string,
): string | undefined {
  for (const name of returnedTypeNames(annotation))
    for (const definition of model.lookup.inside(path, name, within).definitions)
      if (definition.kind === 'class') return symbolId(definition.path, definition.fact.qualname);
  return undefined;
}

/** What `self.field = …` in a constructor says of the field's class. */
function classOfValue(
  model: AuditModel,
  node: ClassNode,
  value: Expression | undefined,
  params: ReadonlyMap<string, string>,
  within: string,
): string | undefined {
  if (value?.kind === 'name')
    return classOfAnnotation(model, node.path, params.get(value.name) ?? '', within);
  if (value?.kind === 'choice')
    return value.options
      .map((option) => classOfValue(model, node, option, params, within))
      .find((each) => each !== undefined);
  if (value?.kind !== 'call' || value.callee.kind !== 'name') return undefined;
  const [definition] = model.lookup.inside(node.path, value.callee.name, within).definitions;
  return definition?.kind === 'class'
    ? symbolId(definition.path, definition.fact.qualname)
    : undefined;
}

/** Classes of a class's fields, as far as annotations and its constructor tell: field → symbol. */
export function fieldClasses(model: AuditModel, node: ClassNode): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const set = (field: string, id: string | undefined): void => {
    if (id !== undefined) found.set(field, id);
  };
  for (const [field, annotation] of Object.entries(node.fact.fieldTypes))
    set(field, classOfAnnotation(model, node.path, annotation, node.fact.qualname));
  for (const fact of node.members.filter(isConstructor)) {
    const params = new Map(fact.params.map((param) => [param.name, param.annotation]));
    const body = model.bodiesOf(node.path).functions.get(bodyKey(fact)) ?? [];
    for (const statement of walkStatements(body))
      if (statement.kind === 'assign')
        for (const target of statement.targets)
          if (target.startsWith('self.') && !found.has(target.slice(5)))
            set(target.slice(5), classOfValue(model, node, statement.value, params, fact.qualname));
  }
  return found;
}
