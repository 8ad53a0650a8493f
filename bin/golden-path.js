#!/usr/bin/env node
// Hands over to harness/cli: the TypeScript sources in the repository, dist/ in an installed package.
import { existsSync } from 'node:fs';
import * as module from 'node:module';

if (Number.parseInt(process.versions.node, 10) < 24) {
  process.stderr.write(
    `error NODE_TOO_OLD  golden-path needs Node 24 or later, this is ${process.version}\n` +
      '  next  run it through npm or npx, which use the Node 24 that is installed with this package\n',
  );
  process.exitCode = 64;
} else {
  const source = new URL('../harness/cli/main.ts', import.meta.url);
  const fromSource = existsSync(source);
  if (fromSource) {
    module.registerHooks({
      resolve: (specifier, context, next) =>
        next(specifier, { ...context, conditions: [...context.conditions, 'golden-path-source'] }),
    });
  }
  const entry = fromSource ? source : new URL('../dist/harness/cli/main.js', import.meta.url);
  // What this machine compiled before is not compiled again: half of what a short command costs.
  module.enableCompileCache();
  const { main } = await import(entry.href);
  process.exitCode = await main(process.argv.slice(2));
}
