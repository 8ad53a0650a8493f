import { z } from 'zod';

const units = { B: 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 } as const;

/** An amount of memory as people write it (`"40 KB"`, `"1.5 MB"`; 1 KB = 1024 B); parsed into bytes. */
export const ByteSizeSchema = z.string().transform((text, context) => {
  const match = /^\s*(\d+(?:\.\d+)?)\s*(B|KB|MB|GB)\s*$/.exec(text);
  const unit = match?.[2] as keyof typeof units | undefined;
  if (match?.[1] === undefined || unit === undefined) {
    context.addIssue({
      code: 'custom',
      message: `"${text}" is not a size (write "512 B", "40 KB" or "1.5 MB")`,
    });
    return z.NEVER;
  }
  return Number(match[1]) * units[unit];
});
