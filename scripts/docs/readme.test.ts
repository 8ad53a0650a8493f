import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { commandTable } from '../../harness/cli/command-table.ts';
import { exitCodes } from '../../harness/contract/exit-code.ts';
import { planCriteria } from '../../harness/gate/phases/plan-criteria.ts';
import { ciNames, listFiles } from '../../harness/run/init/list-files.ts';
import { loadConfig } from '../../harness/run/load-config.ts';

const readme = readFileSync('README.md', 'utf8');
const pages = ['README.md', ...globSync('docs/*.md')];

function codeBlocks(text: string, language: string): string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    (match) => match[1] ?? '',
  );
}

/** The command lines of a page, without comments and prompts. */
function commandLines(path: string): string[] {
  return codeBlocks(readFileSync(path, 'utf8'), 'sh')
    .flatMap((block) => block.split('\n'))
    .flatMap((line) => line.replace(/\s+#.*$/, '').split('&&'))
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

test('the first screen names one command for the main job and one for the tests', () => {
  const [first] = codeBlocks(readme, 'sh');
  expect(first).toContain('npm ci && npm run gate');
  expect(first).toContain('npm ci && npm test');
});

test.each(pages)('%s: every npm script it names exists', (page) => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object };
  const named = commandLines(page).flatMap(
    (line) => /^npm (?:run )?([\w:-]+)/.exec(line)?.[1] ?? [],
  );
  const own = named.filter((name) => !['ci', 'install', 'pack'].includes(name));
  expect(own.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});

test.each(pages)('%s: every golden-path command and option it names exists', async (page) => {
  const lines = commandLines(page).filter((line) => /^(npx )?golden-path /.test(line));
  const unknown: string[] = [];
  for (const line of lines) {
    const [, name = '', rest = ''] = /golden-path (\S+)(.*)/.exec(line) ?? [];
    const entry = commandTable.find((one) => one.name === name);
    if (entry === undefined) unknown.push(line);
    const known = (await entry?.load())?.command.options.map(({ flags }) => flags.split(' ')[0]);
    for (const [option] of rest.matchAll(/--[\w-]+/g))
      if (known?.includes(option) !== true) unknown.push(`${line}: ${option}`);
  }
  expect(unknown).toEqual([]);
});

async function loadExample(example: string) {
  const folder = mkdtempSync(join(tmpdir(), 'golden-path-readme-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'golden-path.config.ts');
  const entry = join(process.cwd(), 'harness/contract/config.ts');
  writeFileSync(file, example.replace("'golden-path'", JSON.stringify(entry)));
  return loadConfig(file);
}

test('the configuration it shows is a configuration', async () => {
  const config = await loadExample(codeBlocks(readme, 'ts')[0] ?? '');
  expect(Object.keys(config.targets)).toEqual(['staging']);
});

const examples = pages.flatMap((page) =>
  codeBlocks(readFileSync(page, 'utf8'), 'ts')
    .filter((block) => block.includes('defineConfig'))
    .map((block) => ({ page, block })),
);

test.each(examples)('$page: a configuration it shows is accepted', async ({ block }) => {
  const { gate } = await loadExample(block);
  expect(planCriteria(gate).problems).toEqual([]);
});

test('the table of exit codes is complete', () => {
  const codes = Object.values(exitCodes);
  const rows = [...readme.matchAll(/^\| ([\d, ]+) \|/gm)].flatMap(([, cell = '']) =>
    cell.split(','),
  );
  expect(new Set(rows.map(Number))).toEqual(new Set(codes));
});

test.each(pages)('%s: every link inside the repository leads somewhere', (page) => {
  const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)];
  const broken = links
    .map(([, link = '']) => link)
    .filter((link) => !existsSync(join(dirname(page), link)));
  expect(broken).toEqual([]);
});

test.each(ciNames)('every command and option that a workflow of %s runs exists', async (ci) => {
  const project = { isPackage: true, isLocked: true, install: 'npm ci' };
  const told = listFiles(project, ci).map(({ text }) =>
    text.replaceAll(/>-\n\s+|\n\s+(?=--)/g, ' '),
  );
  const lines = told.join('\n').match(/npx golden-path .*/g) ?? [];
  expect(lines.length).toBeGreaterThanOrEqual(3);
  for (const line of lines) {
    const [, name] = /golden-path (\S+)/.exec(line) ?? [];
    const command = (await commandTable.find((entry) => entry.name === name)?.load())?.command;
    const known = command?.options.map(({ flags }) => flags.split(' ')[0]) ?? [];
    expect(known).toEqual(expect.arrayContaining(line.match(/--[\w-]+/g) ?? []));
  }
});
