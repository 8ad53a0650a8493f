/** `npm run strangers:install [-- --heavy]`: installs the foreign servers, exactly as their lock files say. */
import { spawnSync } from 'node:child_process';

const folders = ['suites/strangers'];
if (process.argv.includes('--heavy')) folders.push('suites/strangers/heavy');
for (const folder of folders) {
  const words = ['ci', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts'];
  const ended = spawnSync('npm', words, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (ended.status !== 0) process.exit(ended.status ?? 1);
}
