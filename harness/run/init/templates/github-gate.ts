import type { ProjectFacts } from '../project-facts.ts';
import type { ProjectFile } from '../project-file.ts';
import { expression } from './expression.ts';
import { githubSetup } from './github-setup.ts';
import { pinnedActions } from './pinned-actions.ts';

/** GitHub Actions: the plain gate and every phase that was reached, on each pull request. */
export function githubGate(project: ProjectFacts): ProjectFile {
  const text = `# Yours to change. Written once by: golden-path init --ci github
name: golden-path

on:
  pull_request:
  push:
    branches: [main, master]

permissions:
  contents: read

concurrency:
  group: golden-path-${expression('github.ref')}
  cancel-in-progress: true

jobs:
  gate:
    runs-on: ubuntu-24.04
    timeout-minutes: 30
    strategy:
      fail-fast: false
      matrix:
        # Add the next number when a phase is reached: the migration cannot slip back behind it.
        phase: [1]
    steps:
${githubSetup(project)}
      - name: Gate
        env:
          PHASE: ${expression('matrix.phase')}
        run: >-
          npx golden-path gate --phase "$PHASE"
          --reporter markdown=reports/summary.md
          --reporter annotations=reports/annotations.txt
      - name: Say it where people look
        if: always()
        run: |
          if [ -f reports/annotations.txt ]; then cat reports/annotations.txt; fi
          if [ -f reports/summary.md ]; then cat reports/summary.md >> "$GITHUB_STEP_SUMMARY"; fi
      - uses: ${pinnedActions.uploadArtifact}
        if: always()
        with:
          name: golden-path-phase-${expression('matrix.phase')}
          # The link "latest" would take the same files along once more.
          path: |
            reports/
            !reports/latest
          retention-days: 14
`;
  return { path: '.github/workflows/golden-path.yml', text };
}
