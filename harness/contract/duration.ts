import { z } from 'zod';

const units = { ms: 1, s: 1000, m: 60_000, min: 60_000, h: 3_600_000 } as const;

/** A duration as people write it (`"500 ms"`, `"2 s"`, `"1.5 min"`, `"1 h"`); parsed into milliseconds. */
export const DurationSchema = z.string().transform((text, context) => {
  const match = /^\s*(\d+(?:\.\d+)?)\s*(ms|s|m|min|h)\s*$/.exec(text);
  const unit = match?.[2] as keyof typeof units | undefined;
  if (match?.[1] === undefined || unit === undefined) {
    context.addIssue({
      code: 'custom',
      message: `"${text}" is not a duration (write "500 ms", "2 s", "1.5 min" or "1 h")`,
    });
    return z.NEVER;
  }
  return Number(match[1]) * units[unit];
});
