/** `npm run strangers:install [-- --heavy]`: installs the foreign servers, exactly in the versions of their lock files. */
import { spawnSync } from 'node:child_process';

const folders = ['suites/strangers'];
if (process.argv.includes('--heavy')) folders.push('suites/strangers/heavy');
for (const folder of folders) {
  // Not `npm ci`: a registry that lacks the native packages of other platforms leaves them out of the lock.
  const words = ['install', '--no-save', '--prefix', folder, '--ignore-scripts'];
  const ended = spawnSync('npm', words, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (ended.status !== 0) process.exit(ended.status ?? 1);
}
