import type { ProjectFile } from '../project-file.ts';

/** Keeps the pinned actions current: a pin that nobody moves is an old action. */
export function dependabot(): ProjectFile {
  const text = `# Yours to change. Written once by: golden-path init --ci github
# Actions are pinned by the tag of a release. Where you pin them by commit, with the tag as a comment behind it
# (uses: owner/action@<commit> # v1.2.3), Dependabot moves commit and comment together.
version: 2
updates:
  - package-ecosystem: github-actions
    directory: /
    schedule:
      interval: weekly
    # What was taken over by somebody else is mostly found out within a week.
    cooldown:
      default-days: 7
    groups:
      actions:
        patterns: ['*']
`;
  return { path: '.github/dependabot.yml', text };
}
