import { z } from 'zod';

const seconds = { s: 1, min: 60, h: 3600 } as const;

/** A rate as people write it (`"1/s"`, `"30/min"`); parsed into times per second. */
export const RateSchema = z.string().transform((text, context) => {
  const match = /^\s*(\d+(?:\.\d+)?)\s*\/\s*(s|min|h)\s*$/.exec(text);
  const rate = Number(match?.[1] ?? 0) / seconds[(match?.[2] ?? 's') as keyof typeof seconds];
  if (rate > 0) return rate;
  context.addIssue({
    code: 'custom',
    message: `"${text}" is not a rate (write "1/s", "30/min" or "600/h")`,
  });
  return z.NEVER;
});
