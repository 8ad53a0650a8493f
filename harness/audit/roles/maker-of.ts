import type { AuditMember } from '../../contract/audit.ts';
import type { AuditModel } from '../model/audit-model.ts';
import { symbolId } from '../model/class-graph.ts';

/**
 * The top-level function a member stands in, as `path:name`; undefined for a member that others can import by its
 * own name. Importing that function is the only way to it.
 */
export function makerOf(model: AuditModel, { path, symbol }: AuditMember): string | undefined {
  const dot = symbol.indexOf('.');
  if (dot === -1) return undefined;
  const outermost = symbol.slice(0, dot);
  const isFunction = model.tree.files
    .get(path)
    ?.facts.functions.some((fact) => fact.qualname === outermost);
  return isFunction === true ? symbolId(path, outermost) : undefined;
}
