import { runGit } from './run-git.ts';

export interface Commit {
  readonly id: string;
  /** Commit time, ISO 8601. */
  readonly at: string;
  readonly subject: string;
}

/** First-parent commits, oldest first. @param range revisions as git understands them, such as `HEAD~50..HEAD` */
export function listCommits(root: string, range: readonly string[]): Commit[] {
  const text = runGit(root, [
    'log',
    '--first-parent',
    '--reverse',
    '--format=%H%x09%cI%x09%s',
    ...range,
    '--',
  ]).toString();
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [id = '', at = '', ...subject] = line.split('\t');
      return { id, at, subject: subject.join('\t') };
    });
}
