import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const ActionSchema = z.object({
  runs: z.object({
    steps: z.tuple([z.object({ run: z.string(), env: z.record(z.string(), z.string()) })]),
  }),
});
const [step] = ActionSchema.parse(parse(readFileSync('action.yml', 'utf8'))).runs.steps;

/** Carries out the action's script as a runner does, in a project that has golden-path installed. */
async function act(inputs: Record<string, string>) {
  const project = mkdtempSync(join(tmpdir(), 'golden-path-action-'));
  onTestFinished(() => rmSync(project, { recursive: true, force: true }));
  mkdirSync(join(project, 'node_modules', '.bin'), { recursive: true });
  const installed = `#!/bin/sh\nexec '${process.execPath}' '${resolve('bin/golden-path.js')}' "$@"\n`;
  const bin = join(project, 'node_modules', '.bin', 'golden-path');
  writeFileSync(bin, installed, { mode: 0o755 });
  writeFileSync(join(project, 'package.json'), '{"name": "project"}');
  const outputs = join(project, 'outputs');
  const given = Object.fromEntries(Object.keys(step.env).map((name) => [name, '']));
  const env = {
    ...process.env,
    ...given,
    ...inputs,
    GITHUB_OUTPUT: outputs,
    GITHUB_STEP_SUMMARY: join(project, 'summary'),
  };
  const code = await new Promise<number>((done) => {
    execFile('bash', ['-e', '-o', 'pipefail', '-c', step.run], { cwd: project, env }, (error) =>
      done(error === null ? 0 : Number(error.code)),
    );
  });
  return {
    code,
    project,
    outputs: existsSync(outputs) ? readFileSync(outputs, 'utf8') : '',
  };
}

test('a target that nobody serves is unknown, and the outputs say so', async () => {
  const { code, outputs, project } = await act({
    COMMAND: 'gate',
    TARGET: 'http://127.0.0.1:1',
  });
  expect(code).toBe(2);
  expect(outputs).toContain('exit-code=2\nreport=reports/latest/report.html');
  expect(readFileSync(join(project, 'summary'), 'utf8')).toContain('target-reachable');
});

test.each([
  { COMMAND: 'gate', TARGET: '"; touch stolen; "' },
  { COMMAND: 'gate', PHASE: '$(touch stolen)' },
  { COMMAND: 'gate; touch stolen' },
  { COMMAND: 'gate', CONFIG: '--help`touch stolen`' },
])('whatever somebody fills in is a word and never a command: %j', async (inputs) => {
  const { code, project } = await act(inputs);
  expect(code).toBe(64);
  expect(existsSync(join(project, 'stolen'))).toBe(false);
});
