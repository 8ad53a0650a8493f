import type { ProjectFacts } from './project-facts.ts';
import type { ProjectFile } from './project-file.ts';
import { configTemplate } from './templates/config-template.ts';
import { dependabot } from './templates/dependabot.ts';
import { githubGate } from './templates/github-gate.ts';
import { githubNightly } from './templates/github-nightly.ts';
import { gitlab } from './templates/gitlab.ts';

/** The services that workflows are written for. */
export const ciNames = ['github', 'gitlab'] as const;
export type CiName = (typeof ciNames)[number];

/** Every file that a project begins with. */
export function listFiles(project: ProjectFacts, ci: CiName | undefined): ProjectFile[] {
  return [configTemplate(project), ...workflows(project, ci)];
}

function workflows(project: ProjectFacts, ci: CiName | undefined): ProjectFile[] {
  switch (ci) {
    case 'github':
      return [githubGate(project), githubNightly(project), dependabot()];
    case 'gitlab':
      return gitlab(project);
    case undefined:
      return [];
  }
}
