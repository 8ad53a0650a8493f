import type { ProjectionProblem } from '../../contract/canonical-event.ts';

export type ParsedFrame =
  | { readonly ok: true; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly problem: ProjectionProblem };

/** Parses one text frame that must hold one JSON object; says where it broke when it does not. */
export function parseFrame(raw: string): ParsedFrame {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: { rule: 'WIRE-JSON', pointer: '', message } };
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return { ok: true, fields: value as Record<string, unknown> };
  }
  const shape = Array.isArray(value) ? 'an array' : value === null ? 'null' : `a ${typeof value}`;
  const message = `the frame is ${shape}, expected one JSON object`;
  return { ok: false, problem: { rule: 'SCH-SHAPE', pointer: '', message } };
}
