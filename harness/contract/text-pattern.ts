import { z } from 'zod';

const written = /^\/(.+)\/([dgimsuvy]*)$/s;

/**
 * A text as people see it, or `/expression/flags`: a configuration in JSON cannot hold a regular expression. A plain
 * text is found anywhere in what it is compared with, in capitals or not.
 */
export const TextPatternSchema = z
  .string()
  .min(1)
  .superRefine((text, context) => {
    try {
      readPattern(text);
    } catch (error) {
      context.addIssue({
        code: 'custom',
        message: error instanceof Error ? error.message : String(error),
      });
    }
  });

/** The text, or the expression that it writes. Throws `SyntaxError` for an expression that is none. */
export function readPattern(text: string): string | RegExp {
  const [, source, flags] = written.exec(text) ?? [];
  return source === undefined ? text : new RegExp(source, flags);
}
