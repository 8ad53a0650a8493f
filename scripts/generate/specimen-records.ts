import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditTree } from '../../harness/audit/audit-tree.ts';
import { consumerMapEntries, consumerMapFormat } from '../../harness/audit/records/consumer-map.ts';
import { formatRecord } from '../../harness/audit/records/record-file.ts';
import { surfaceEntries, surfaceFormat } from '../../harness/audit/records/surface-entries.ts';
import { ConfigSchema } from '../../harness/contract/config.ts';
import { layOutPhase } from '../../suites/specimens/rollout/lay-out-phase.ts';
import type { GeneratedFile } from './generated-files.ts';

/** Phases whose team recorded who uses what; the first one did not, and its gate says so. */
const recording = ['phase-1', 'phase-2', 'phase-3', 'phase-4'];

/** The consumer map and the public surface each specimen carries, as `golden-path audit --map --surface` writes them. */
export async function specimenRecords(): Promise<GeneratedFile[]> {
  const folder = mkdtempSync(join(tmpdir(), 'specimen-records-'));
  const files: GeneratedFile[] = [];
  const last = new Map<string, string>();
  try {
    for (const phase of recording) {
      const root = join(folder, phase);
      await layOutPhase(phase, root);
      const written: unknown = JSON.parse(
        readFileSync(join(root, 'golden-path.config.json'), 'utf8'),
      );
      const manifest = ConfigSchema.parse(written).audit;
      const { consumers, surface } = manifest.records;
      for (const path of [consumers, surface]) rmSync(join(root, path), { force: true });
      const facts = auditTree({ root, manifest });
      const texts = {
        [consumers]: formatRecord(consumerMapFormat, consumerMapEntries(facts.consumers ?? [])),
        [surface]: formatRecord(surfaceFormat, surfaceEntries(facts.surfaces ?? [])),
      };
      for (const [path, text] of Object.entries(texts)) {
        // An overlay carries what it changes, and nothing else.
        if (last.get(path) !== text)
          files.push({ path: `suites/specimens/${phase}/overlay/${path}`, text });
        last.set(path, text);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return files;
}
