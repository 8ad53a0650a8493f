import { z } from 'zod';

/** `i/n`, as the test runners write it. */
export const ShardSchema = z
  .string()
  .regex(/^[1-9]\d*\/[1-9]\d*$/, 'a shard is i/n, such as 1/2')
  .transform((text) => text.split('/').map(Number))
  .transform(([index = 1, count = 1]) => ({ index, count }))
  .refine(({ index, count }) => index <= count, 'a shard is i/n with i up to n');
