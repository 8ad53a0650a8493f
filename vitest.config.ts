import { defineConfig } from 'vitest/config';

/** One file at a time: the tests of a suite share the users of one target. */
const suite = (name: string, timeout: number) => ({
  extends: true as const,
  test: {
    name,
    include: [`suites/${name}/**/*.test.{ts,js}`],
    testTimeout: timeout,
    fileParallelism: false,
  },
});

/** In the repository `golden-path` means its sources; an installed package has only `dist/`. */
const conditions = import.meta.url.endsWith('.ts') ? ['golden-path-source'] : [];

/** Suites are started here and by `golden-path gate`; both run the same files with the same settings. */
export default defineConfig({
  ssr: { resolve: { conditions: [...conditions, 'node', 'default'] } },
  test: {
    exclude: ['**/dist/**', 'suites/strangers/**'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          setupFiles: ['scripts/property-seed.ts'],
          include: ['harness/**/*.test.ts', 'scripts/**/*.test.ts', 'suites/specimens/*.test.ts'],
          exclude: ['scripts/package/**', '**/*.long.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'long',
          setupFiles: ['scripts/property-seed.ts'],
          include: ['{harness,scripts,suites/specimens}/**/*.long.test.ts'],
          testTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: { name: 'package', include: ['scripts/package/*.test.ts'], testTimeout: 180_000 },
      },
      suite('mission-critical', 60_000),
      suite('ssot-compliance', 60_000),
      suite('performance-regression', 120_000),
    ],
  },
});
