import { z } from 'zod';

/**
 * Deliberate damage, as data. One check owns it and must report it; checks that necessarily follow are entailed;
 * every other check stays green.
 */
export const FaultSchema = z.strictObject({
  /** `F…` is a fault of the catalogue, `D…` a damage seen on a real platform. */
  id: z.string().regex(/^[FD]\d{2,3}[a-z-]*$/),
  title: z.string(),
  /** Where it acts: in the server, on frames between, on bytes between, or inside the harness. */
  layer: z.enum(['mutant', 'frame', 'byte', 'harness']),
  /** Event-level damage: `unsent` closes `seq` up and entails nothing, `lost` keeps the numbers. */
  form: z.enum(['unsent', 'lost']).optional(),
  owner: z.string(),
  entails: z.array(z.string()),
  /** What the owner must give. */
  expect: z.enum(['fail', 'warn', 'info', 'unknown', 'unchanged']),
});
export type Fault = z.infer<typeof FaultSchema>;

/** Legal oddity that no check may flag. */
export const DecoySchema = z.strictObject({
  id: z.string().regex(/^K\d{2}$/),
  title: z.string(),
});
export type Decoy = z.infer<typeof DecoySchema>;
