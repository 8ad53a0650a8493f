import type { ProjectFacts } from '../project-facts.ts';
import { pinnedActions } from './pinned-actions.ts';

/** The first steps of every job: the whole history, because the ratchet is held against the merge base; Node; packages. */
export function githubSetup({ install, isLocked }: ProjectFacts): string {
  return `      - uses: ${pinnedActions.checkout}
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: ${pinnedActions.setupNode}
        with:
          node-version: 24${isLocked ? '\n          cache: npm' : ''}
      - run: ${install}`;
}
