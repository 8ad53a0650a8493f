import { createRequire } from 'node:module';
import { z } from 'zod';

/** The version of golden-path that is running, from its own manifest, in the repository and in an installed package. */
export const toolVersion: string = z
  .looseObject({ version: z.string() })
  .parse(createRequire(import.meta.url)('golden-path/package.json')).version;
