import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFolder } from '../../harness/audit/source/source-set.ts';
import { generateTree } from './generate-tree.ts';

/**
 * Makes a repository in `root`: a generated tree of about `files` files, then commits that each change eight of
 * them: seven get another function, and one in four commits adds a file that imports around the canonical module.
 */
export function generateHistory(root: string, files: number, commits: number): void {
  const tree = join(root, 'tree');
  mkdirSync(tree, { recursive: true });
  generateTree(tree, files);
  const paths = openFolder(tree).paths;
  const texts = new Map(paths.map((path) => [path, readFileSync(join(tree, path), 'utf8')]));
  const parts: string[] = [];
  const put = (path: string, text: string): void => {
    parts.push(`M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`);
  };
  const begin = (at: number): void => {
    const who = `Bench <bench@example.test> ${1_700_000_000 + at * 3600} +0000`;
    parts.push(`commit refs/heads/main\ncommitter ${who}\ndata 6\nchange\n`);
  };
  begin(0);
  for (const [path, text] of texts) put(path, text);
  for (let at = 1; at < commits; at += 1) {
    begin(at);
    for (let nth = 0; nth < 7; nth += 1) {
      const path = paths[(at * 7919 + nth * 104_729) % paths.length] ?? '';
      const text = `${texts.get(path) ?? ''}\ndef added_${at}_${nth}(row_id):\n    return row_id\n`;
      texts.set(path, text);
      put(path, text);
    }
    if (at % 4 === 0)
      put(
        `app/part${at % 100}/late${at}.py`,
        `from app.desks.ledger_${at % 7} import make_ledger_${at % 7}\nDESK = make_ledger_${at % 7}({})\n`,
      );
  }
  const input = join(root, 'import');
  writeFileSync(input, parts.join(''));
  const git = (words: string[], stdin?: Buffer) => {
    const { status, stderr } = spawnSync('git', ['-C', tree, ...words], { input: stdin });
    if (status !== 0) throw new Error(stderr.toString());
  };
  git(['init', '-q', '-b', 'main']);
  git(['fast-import', '--quiet'], readFileSync(input));
}
