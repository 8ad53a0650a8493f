import type { Criterion } from '../../phases/criterion.ts';
import { noEvidence } from '../../phases/no-evidence.ts';
import { plural } from '../../phases/plural.ts';

/** Whoever comes next reads what is written: it must be there, and not be of yesterday. */
export const documentsFresh: Criterion = {
  id: 'documents',
  phase: 4,
  title: 'docs are present and generated files fresh',
  needs: ['documents'],
  judge({ documents }) {
    if (documents === undefined) return noEvidence('no document was looked for');
    const { present, missing, commands } = documents;
    const broken = commands.filter(({ ending }) => ending !== 'exit 0');
    const files = present.length + missing.length;
    if (files + commands.length === 0) {
      return noEvidence(
        'no document is declared',
        'say in `documents` of the configuration what must be there',
      );
    }
    const counts = `${present.length} of ${plural(files, 'document')} there, ${commands.length - broken.length} of ${plural(commands.length, 'command')} say fresh`;
    if (missing.length + broken.length === 0) {
      return { verdict: 'pass', reason: counts, rests_on: present };
    }
    const guilty = [...missing, ...broken.map(({ command, ending }) => `${command} (${ending})`)];
    return {
      verdict: 'fail',
      reason: `${counts}: ${guilty.join(', ')}`,
      rests_on: missing,
      next:
        broken.length > 0 ? 'generate the files again and commit them' : 'write what is missing',
    };
  },
};
