import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { listFiles } from '../../harness/run/init/list-files.ts';
import type { ProjectFacts } from '../../harness/run/init/project-facts.ts';
import { judgeWorkflows, workflowRules } from './workflow-rules.ts';

const projects: readonly ProjectFacts[] = [
  { isPackage: true, isLocked: true, install: 'npm ci' },
  { isPackage: false, isLocked: false, install: 'npm install --no-save golden-path@1.2.3' },
];

function generated(project: ProjectFacts) {
  const files = Object.fromEntries(
    listFiles(project, 'github').map(({ path, text }) => [path, text]),
  );
  const dependabot = files['.github/dependabot.yml'];
  const workflows = Object.entries(files).filter(([path]) => path.includes('/workflows/'));
  return { workflows: Object.fromEntries(workflows), dependabot };
}

test.each(projects)('what init writes keeps every rule: $install', (project) => {
  const files = generated(project);
  expect(Object.keys(files.workflows)).toHaveLength(2);
  expect(judgeWorkflows(files)).toEqual([]);
});

test('the action of this repository keeps every rule', () => {
  const { dependabot } = generated(projects[0] as ProjectFacts);
  const workflows = { 'action.yml': readFileSync('action.yml', 'utf8') };
  expect(judgeWorkflows({ workflows, dependabot })).toEqual([]);
});

const sound = `
permissions: { contents: read }
jobs:
  gate:
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@v5.0.0
      - env: { PHASE: '\${{ inputs.phase }}' }
        run: npx golden-path gate --phase "$PHASE"
`;
const dependabot = 'version: 2\nupdates: [{ package-ecosystem: github-actions, directory: / }]';

/** For each rule, what turns it red: a sound workflow with one thing changed. */
const breaches: readonly (readonly [rule: string, from: string | RegExp, to: string])[] = [
  ['no-expression-in-run', '"$PHASE"', '"${{ github.head_ref }}"'],
  ['permissions', 'permissions: { contents: read }', 'permissions: write-all'],
  ['permissions', 'permissions: { contents: read }', ''],
  ['permissions', '{ contents: read }', '{ contents: write }'],
  ['permissions', 'timeout-minutes: 5', 'timeout-minutes: 5\n    permissions: write-all'],
  ['timeouts', 'timeout-minutes: 5', ''],
  ['inputs-by-environment', '@v5.0.0', "@v5.0.0\n        with: { ref: '${{ inputs.ref }}' }"],
  ['inputs-by-environment', '- env:', "- name: '${{ github.event.inputs.x }}'\n        env:"],
  ['pinned', '@v5.0.0', '@v5'],
  ['pinned', '@v5.0.0', '@main'],
  ['pinned', 'uses: actions/checkout@v5.0.0', 'uses: actions/checkout'],
];

test('a sound workflow is one', () => {
  expect(judgeWorkflows({ workflows: { sound }, dependabot })).toEqual([]);
});

test.each(breaches)('%s turns red: %s becomes %s', (rule, from, to) => {
  const broken = sound.replace(from, () => to);
  expect(broken).not.toBe(sound);
  const found = judgeWorkflows({ workflows: { broken }, dependabot });
  expect(found.map((line) => line.split(': ')[1])).toEqual([rule]);
});

test('every rule has been seen red', () => {
  expect(new Set(breaches.map(([rule]) => rule))).toEqual(
    new Set(workflowRules.map(({ id }) => id)),
  );
});

test('pins that nothing moves are a breach, and so is a workflow without a step', () => {
  const told = ['dependabot: pinned: nothing moves the pinned actions'];
  expect(judgeWorkflows({ workflows: { sound }, dependabot: undefined })).toEqual(told);
  const other = 'version: 2\nupdates: [{ package-ecosystem: npm }]';
  expect(judgeWorkflows({ workflows: { sound }, dependabot: other })).toEqual(told);
  const empty = { workflows: { empty: 'permissions: {}' }, dependabot };
  expect(judgeWorkflows(empty)).toEqual(['empty: nothing: it has no step to judge']);
});

test.each(projects)(
  'jobs of GitLab are limited, too, and their image is one release',
  (project) => {
    const [, jobs, include] = listFiles(project, 'gitlab');
    expect(parse(include?.text ?? '')).toEqual({ include: [{ local: jobs?.path }] });
    const named = parse(jobs?.text ?? '') as Record<string, Record<string, unknown>>;
    expect(Object.keys(named)).toEqual([
      '.golden-path',
      'golden-path',
      'golden-path-nightly',
      'pages',
    ]);
    const all = (key: string): unknown[] => Object.values(named).flatMap((job) => job[key] ?? []);
    expect(all('timeout').filter((one) => /^\d+ minutes$/.test(String(one)))).toHaveLength(4);
    const pinned = /^node:\d+\.\d+\.\d+-\w+$/;
    expect(all('image').filter((one) => !pinned.test(String(one)))).toEqual([]);
  },
);
