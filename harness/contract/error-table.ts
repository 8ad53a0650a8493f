/**
 * Every error a user can meet: what class of exit it is, and what to do next.
 * Codes are never reused; docs/errors.md is generated from this table.
 */
export const errorTable = {
  CONFIG_UNREADABLE: {
    exit: 'usage',
    hint: 'fix the file, or pass another one with --config FILE',
  },
  CONFIG_INVALID: {
    exit: 'usage',
    hint: 'docs/schema/config.schema.json lists every key with its type',
  },
  USAGE: {
    exit: 'usage',
    hint: 'golden-path --help lists the commands, golden-path COMMAND --help the options of one',
  },
  FILE_REFUSED: {
    exit: 'usage',
    hint: 'check that the path named above is there, is a file or a folder as expected, and may be read and written',
  },
  TARGET_UNKNOWN: {
    exit: 'usage',
    hint: 'name a target of golden-path.config.ts, "reference", "specimen:phase-N", or give an http(s):// or ws(s):// URL',
  },
  TARGET_UNREACHABLE: {
    exit: 'unknown',
    hint: 'start the target, or check its address; nothing was judged',
  },
  TARGET_UNTRUSTED: {
    exit: 'unknown',
    hint: 'where an authority of your own signed it, name its certificate (PEM): NODE_EXTRA_CA_CERTS=ca.pem golden-path …; otherwise renew it, or use the name it was made for. Nothing was judged',
  },
  PROFILE_MISFIT: {
    exit: 'unknown',
    hint: 'choose the profile with --profile NAME, or describe this target in a profile of its own (docs/profiles.md)',
  },
  TARGET_LOGIN_REFUSED: {
    exit: 'unknown',
    hint: 'check the users in golden-path.config.ts; a target without this login speaks another profile (--profile NAME); nothing was judged',
  },
  TARGET_URL_MISSING: {
    exit: 'unknown',
    hint: 'set the variable named above to the address of the target; nothing was judged',
  },
  CREDENTIALS_MISSING: {
    exit: 'usage',
    hint: 'set the variables or write the file named above (docs/staging.md); nothing was started',
  },
  ALLOWANCE_SPENT: {
    exit: 'unknown',
    hint: 'allow more with --max-runs, --max-duration or --rate; what was not carried out is unknown',
  },
  SPECIMEN_FAILED: {
    exit: 'fault',
    hint: 'the specimen did not start; its own output is shown above',
  },
  HISTORY_UNREADABLE: {
    exit: 'usage',
    hint: 'give a file written by golden-path (NDJSON, first line a header)',
  },
  HISTORY_FORMAT: {
    exit: 'usage',
    hint: 'judge it with the golden-path version named in its header',
  },
  RESULT_UNREADABLE: { exit: 'usage', hint: 'give a result.json written by golden-path' },
  STORE_UNREADABLE: {
    exit: 'usage',
    hint: 'give the file of a result store, or postgres://user@host/database',
  },
  STORE_NEWER: {
    exit: 'usage',
    hint: 'open it with the golden-path version that wrote it, or a later one',
  },
  STORE_CONFLICT: {
    exit: 'usage',
    hint: 'two different results carry one run id; nothing was overwritten',
  },
  RESULTS_DIFFER: {
    exit: 'usage',
    hint: 'merge only parts of one run: same version, command, target, profile and seed',
  },
  REPORTER_UNKNOWN: { exit: 'usage', hint: 'docs/reporters.md lists the reporters' },
  REPORTER_FAILED: {
    exit: 'fault',
    hint: 'the verdict stands; the output of this reporter is missing',
  },
  SUITE_UNKNOWN: { exit: 'usage', hint: 'golden-path gate --list names the suites' },
  SUITE_CRASHED: {
    exit: 'fault',
    hint: 'the log named above holds what the suite printed',
  },
  NODE_TOO_OLD: {
    exit: 'usage',
    hint: 'run it through npm or npx, which use the Node 24 that is installed with this package',
  },
  BROWSER_MISSING: {
    exit: 'unknown',
    hint: 'install Chrome or Chromium (Debian: apt-get install chromium), or: npx playwright install chromium',
  },
  MEASURED_PROCESS_FAILED: {
    exit: 'unknown',
    hint: 'the message says what the measured process printed; start its module by itself to see more',
  },
  AUDIT_NOTHING_READ: {
    exit: 'unknown',
    hint: 'check the folder and audit.roots: no Python, TypeScript or JavaScript file was found',
  },
  AUDIT_CANONICAL_UNRESOLVED: {
    exit: 'usage',
    hint: 'correct the canonical symbol in the audit part of the configuration: "path/to/module.ts:Symbol"',
  },
  BASELINE_UNREADABLE: {
    exit: 'usage',
    hint: 'correct or delete the line; golden-path writes one JSON object per line',
  },
  BENCH_REF_UNKNOWN: {
    exit: 'usage',
    hint: 'give --against a commit, tag or branch of this repository; in CI, fetch its history (fetch-depth: 0)',
  },
  BENCH_REF_UNBUILT: {
    exit: 'unknown',
    hint: 'check that the commit installs with npm ci, and set bench.prepare to what builds it',
  },
  DEPENDENCY_MISSING: {
    exit: 'usage',
    hint: 'install the package named above; it is optional and only this feature needs it',
  },
  PLATFORM_OPTION_INVALID: {
    exit: 'usage',
    hint: 'correct the option named above; nothing was started',
  },
  STACK_PROGRAM_MISSING: {
    exit: 'usage',
    hint: 'install it (Debian: apt-get install nginx-light openssl); it need not run as a service',
  },
  STACK_FAILED: {
    exit: 'fault',
    hint: 'the message holds what the program that failed has said; nothing of the stack is left',
  },
  AUDIT_BASELINE_INVALID: {
    exit: 'usage',
    hint: 'resolve the merge conflict or the double entry in the baseline, or take it back from git if it is gone; then audit again',
  },
  AUDIT_RECORD_INVALID: {
    exit: 'usage',
    hint: 'resolve the merge conflict, or write the record again: golden-path audit --map --surface',
  },
  AUDIT_HISTORY_UNREADABLE: {
    exit: 'usage',
    hint: 'give a folder inside a git repository and a range that git understands, such as HEAD~50..HEAD',
  },
  INTERNAL: { exit: 'fault', hint: 'this is a fault of golden-path itself; please report it' },
} as const satisfies Record<string, { exit: 'usage' | 'unknown' | 'fault' | 'fail'; hint: string }>;

export type ErrorCode = keyof typeof errorTable;
