import { z } from 'zod';

/** The same tool, schema and arguments for every arm. */
export const input = z.object({
  city: z.string().min(1).max(100),
  unit: z.enum(['celsius', 'fahrenheit']),
  days: z.int().min(1).max(14),
});
export const output = z.object({ city: z.string(), summary: z.string() });

export const args = { city: 'Reykjavik', unit: 'celsius', days: 3 } as const;

export const name = 'forecast';
export const description = 'Tells the weather of the next days.';

export async function forecast({ city }: z.infer<typeof input>): Promise<z.infer<typeof output>> {
  return { city, summary: 'mild' };
}
