import { z } from 'zod';

/** Whether the documents that the config names are there, and whether generated files are what they would be made as now. */
export const DocumentsSchema = z.strictObject({
  present: z.array(z.string()),
  missing: z.array(z.string()),
  /** Commands that end with 0 when the files they generate are fresh. */
  commands: z.array(
    z.strictObject({ command: z.string(), ending: z.string(), output: z.string().optional() }),
  ),
});
export type Documents = z.infer<typeof DocumentsSchema>;
