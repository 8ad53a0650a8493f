import { defineConfig } from 'vitest/config';

/**
 * How long a test or a hook may take before it counts as hung. No test is judged by its duration, so this is far from
 * what any takes (seconds), also where a crowded machine is thirty times slower. Where runs are rationed a test also
 * waits for its turn, and whoever rations them ends it.
 */
const hungAfter = process.env['GOLDEN_PATH_ALLOWANCE'] === undefined ? 240_000 : 4 * 3_600_000;
const hookTimeout = hungAfter;

/** The repository runs its sources, an installed package what was made of them. */
const own = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

/** Tests read what the command line prints: it must not look otherwise where somebody's terminal does. */
const env = { LC_ALL: 'C.UTF-8', TERM: 'xterm', COLUMNS: '', NO_COLOR: '', FORCE_COLOR: '' };

/** One file at a time: the tests of a suite share the users of one target. */
const suite = (name: string, timeout: number) => ({
  extends: true as const,
  test: {
    name,
    include: [`suites/${name}/**/*.test.{ts,js}`],
    setupFiles: [`harness/run/suites/forbid-leaks.${own}`],
    testTimeout: timeout,
    hookTimeout,
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
    // One worker per processor: many of the tests wait for processes and browsers. Suites take turns all the same.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          env,
          setupFiles: ['scripts/property-seed.ts'],
          include: ['{harness,scripts}/**/*.test.ts', 'suites/{specimens,staging}/*.test.ts'],
          exclude: ['**/*.long.test.ts'],
          testTimeout: hungAfter,
          hookTimeout,
        },
      },
      {
        extends: true,
        test: {
          name: 'long',
          env,
          setupFiles: ['scripts/property-seed.ts'],
          include: ['{harness,scripts,suites/specimens,suites/staging}/**/*.long.test.ts'],
          testTimeout: 600_000,
          hookTimeout,
        },
      },
      suite('mission-critical', hungAfter),
      suite('ssot-compliance', hungAfter),
      suite('performance-regression', hungAfter),
    ],
  },
});
