import { SurfaceEntrySchema, type SurfaceEntry } from '../../contract/audit-records.ts';
import type { AuditMemberSurface, AuditSurface } from '../../contract/audit-surface.ts';
import type { RecordFormat } from './record-file.ts';

export const surfaceFormat: RecordFormat<SurfaceEntry> = {
  name: 'golden-path.surface',
  version: 1,
  schema: SurfaceEntrySchema,
};

const marks = { plain: '', rest: '*', keywords: '**', 'keyword-only': '&' } as const;

/** A signature in one line; `*` marks the rest, `**` any keyword, `&` a keyword of its own, `?` an optional one. */
function signatureOf({ kind, async, parameters }: AuditMemberSurface): string {
  if (kind === 'field') return 'field';
  const list = parameters.map(
    (param) => `${marks[param.kind]}${param.name}${param.optional ? '?' : ''}`,
  );
  return `${async ? 'async ' : ''}${kind}(${list.join(', ')})`;
}

/** The public surface as it is recorded: a line per implementation and one per member of it. */
export function surfaceEntries(surfaces: readonly AuditSurface[]): SurfaceEntry[] {
  return surfaces.flatMap(({ role, implementation, canonical, members }) => [
    { role, implementation, member: '', signature: canonical ? 'canonical' : 'implementation' },
    ...members.map((member) => ({
      role,
      implementation,
      member: member.name,
      signature: signatureOf(member),
    })),
  ]);
}
