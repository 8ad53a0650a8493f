import type { ConfigInput } from '../../../contract/config.ts';
import type { ProjectFacts } from '../project-facts.ts';
import type { ProjectFile } from '../project-file.ts';

/** Staging as a target whose address and people stand in the environment, and nowhere else. */
const start = {
  targets: {
    staging: {
      url: { env: 'GOLDEN_PATH_STAGING_URL' },
      credentials: { env: 'GOLDEN_PATH_STAGING' },
    },
  },
} satisfies ConfigInput;

/** TypeScript where it can be read, which explains itself; JSON where the project has nothing to do with Node. */
export function configTemplate({ isPackage }: ProjectFacts): ProjectFile {
  if (!isPackage) {
    const text = `${JSON.stringify(start, undefined, 2)}\n`;
    return { path: 'golden-path.config.json', text };
  }
  const text = `import { defineConfig } from 'golden-path';

export default defineConfig({
  targets: {
    staging: {
      // The address and the people stand in the environment, never in this file.
      url: { env: '${start.targets.staging.url.env}' },
      // ${start.targets.staging.credentials.env}_EMAIL and _PASSWORD, then _EMAIL_2 and _PASSWORD_2, and so on.
      credentials: { env: '${start.targets.staging.credentials.env}' },
      // How it speaks: docs/profiles.md lists what is built in, and says how to describe another one.
      profile: 'reference',
    },
  },
  // Once there is a staging platform: without its address, what the staging suite proves is then unknown.
  // staging: { target: 'staging' },
  budgets: {
    firstEvent: { p95: '2 s' },
    run: { p95: '60 s' },
  },
});
`;
  return { path: 'golden-path.config.ts', text };
}
