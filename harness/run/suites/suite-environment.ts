/**
 * How the gate tells a suite's process what to test and where to leave its evidence.
 * A suite started by hand finds none of these and tests the embedded reference.
 */
export const suiteEnvironment = {
  target: 'GOLDEN_PATH_TARGET',
  url: 'GOLDEN_PATH_TARGET_URL',
  config: 'GOLDEN_PATH_CONFIG',
  folder: 'GOLDEN_PATH_RUN_FOLDER',
  /** The folder as a person in the gate's working directory would name it. */
  shownFolder: 'GOLDEN_PATH_SHOWN_FOLDER',
  seed: 'GOLDEN_PATH_SEED',
  /** What may be spent on the target, as JSON, where it is shared. */
  allowance: 'GOLDEN_PATH_ALLOWANCE',
  browser: 'GOLDEN_PATH_BROWSER',
} as const;
