import type { z } from 'zod';
import { WireRequestSchema, type WireRequest } from '../../../contract/wire-request.ts';
import type { Refusal } from './refusal.ts';

const knownTypes: ReadonlySet<unknown> = new Set(
  WireRequestSchema.options.map((option) => option.shape.type.value),
);

/** What a client's frame is about, for `in_reply_to`; long strangers are not echoed. */
function subjectOf(value: Readonly<Record<string, unknown>>): { inReplyTo?: string } {
  const subject = value['idempotency_key'] ?? value['run_id'];
  return typeof subject === 'string' && subject.length <= 128 ? { inReplyTo: subject } : {};
}

function describeProblem({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`).join('; ');
}

/** Gives the request, or the refusal to answer with. */
export function parseRequest(text: string): WireRequest | Refusal {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { code: 'INVALID_JSON' };
  }
  if (typeof value !== 'object' || value === null || !('type' in value)) {
    return { code: 'INVALID_SHAPE' };
  }
  const subject = subjectOf(value);
  if (!knownTypes.has(value.type)) return { code: 'UNKNOWN_TYPE', ...subject };
  const parsed = WireRequestSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  return { code: 'INVALID_FIELD', detail: describeProblem(parsed.error), ...subject };
}
