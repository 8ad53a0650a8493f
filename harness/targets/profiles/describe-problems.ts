import type { z } from 'zod';
import type { ProjectionProblem } from '../../contract/canonical-event.ts';

/** Turns a zod error into problems with JSON pointers (RFC 6901). */
export function describeProblems(rule: string, error: z.ZodError): ProjectionProblem[] {
  return error.issues.map((issue) => ({
    rule,
    pointer: issue.path
      .map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
      .join(''),
    message: issue.message,
  }));
}
