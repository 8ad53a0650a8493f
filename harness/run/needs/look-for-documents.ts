import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../contract/config.ts';
import type { Documents } from '../../contract/documents.ts';
import { runShell } from '../shell/run-shell.ts';

export interface DocumentOrder {
  readonly config: Pick<Config, 'documents'>;
  readonly root: string;
  readonly folder: string;
  readonly signal?: AbortSignal | undefined;
}

const commandMs = 120_000;

/** Looks for the documents that the configuration names, and asks its commands whether generated files are fresh. */
export async function lookForDocuments(order: DocumentOrder): Promise<Documents> {
  const { present, fresh } = order.config.documents;
  const there = present.filter((path) => existsSync(join(order.root, path)));
  const commands: Documents['commands'] = [];
  for (const [index, command] of fresh.entries()) {
    const { ending, output } = await runShell({
      command,
      cwd: order.root,
      log: join(order.folder, `documents-${index + 1}.log`),
      withinMs: commandMs,
      signal: order.signal,
    });
    commands.push({ command, ending, ...(ending === 'exit 0' ? {} : { output }) });
  }
  return { present: there, missing: present.filter((path) => !there.includes(path)), commands };
}
