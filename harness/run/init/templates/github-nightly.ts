import type { ProjectFacts } from '../project-facts.ts';
import type { ProjectFile } from '../project-file.ts';
import { expression } from './expression.ts';
import { githubSetup } from './github-setup.ts';
import { pinnedActions } from './pinned-actions.ts';

const runUrl = `${expression('github.server_url')}/${expression('github.repository')}/actions/runs/${expression('github.run_id')}`;

/** GitHub Actions: staging every night, its memory, its reports as an artefact and the dashboard on Pages. */
export function githubNightly(project: ProjectFacts): ProjectFile {
  const text = `# Yours to change. Written once by: golden-path init --ci github
# It needs, in Settings: an environment "staging" with the variable GOLDEN_PATH_STAGING_URL and the secrets
# GOLDEN_PATH_STAGING_EMAIL and GOLDEN_PATH_STAGING_PASSWORD (a second person: …_EMAIL_2, …_PASSWORD_2, for isolation);
# and Pages with the source "GitHub Actions".
name: golden-path nightly

on:
  schedule:
    - cron: '17 2 * * *'
  workflow_dispatch:
    inputs:
      max-runs:
        description: Most agent runs to start
        type: string
        default: '500'

permissions:
  contents: read

# Staging is shared: one night at a time, and none is cut off.
concurrency:
  group: golden-path-nightly
  cancel-in-progress: false

jobs:
  nightly:
    runs-on: ubuntu-24.04
    timeout-minutes: 45
    environment: staging
    steps:
${githubSetup(project)}
      - name: Nights before
        uses: ${pinnedActions.restoreCache}
        with:
          path: reports/results.sqlite
          key: golden-path-nights-${expression('github.run_id')}-${expression('github.run_attempt')}
          restore-keys: golden-path-nights-
      - name: Night
        env:
          GOLDEN_PATH_STAGING_URL: ${expression('vars.GOLDEN_PATH_STAGING_URL')}
          GOLDEN_PATH_STAGING_EMAIL: ${expression('secrets.GOLDEN_PATH_STAGING_EMAIL')}
          GOLDEN_PATH_STAGING_PASSWORD: ${expression('secrets.GOLDEN_PATH_STAGING_PASSWORD')}
          GOLDEN_PATH_STAGING_EMAIL_2: ${expression('secrets.GOLDEN_PATH_STAGING_EMAIL_2')}
          GOLDEN_PATH_STAGING_PASSWORD_2: ${expression('secrets.GOLDEN_PATH_STAGING_PASSWORD_2')}
          MAX_RUNS: ${expression("inputs.max-runs || '500'")}
          REPORT_URL: ${runUrl}
        run: >-
          npx golden-path nightly --target staging
          --max-duration 20m --max-runs "$MAX_RUNS" --rate 1/s
          --report-url "$REPORT_URL" --reporter night=reports/summary.md
      # The step that does both would keep good nights only: it saves nothing of a job that failed.
      - name: Remember this night, however it went
        if: always() && hashFiles('reports/results.sqlite') != ''
        uses: ${pinnedActions.saveCache}
        with:
          path: reports/results.sqlite
          key: golden-path-nights-${expression('github.run_id')}-${expression('github.run_attempt')}
      - name: Say it where people look
        if: always()
        run: if [ -f reports/summary.md ]; then cat reports/summary.md >> "$GITHUB_STEP_SUMMARY"; fi
      - name: Dashboard
        if: always()
        run: npx golden-path report build --out reports/dashboard
      - uses: ${pinnedActions.uploadArtifact}
        if: always()
        with:
          name: golden-path-night
          # The link "latest" would take the same files along once more.
          path: |
            reports/
            !reports/latest
          retention-days: 30
      - uses: ${pinnedActions.uploadPages}
        if: always()
        with:
          path: reports/dashboard

  dashboard:
    needs: nightly
    if: always()
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: ${expression('steps.deployment.outputs.page_url')}
    steps:
      - id: deployment
        uses: ${pinnedActions.deployPages}
`;
  return { path: '.github/workflows/golden-path-nightly.yml', text };
}
