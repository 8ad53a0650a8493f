// All rules on one tree, and the most memory the process took, in MB, as the command `audit` is set up: node bench/audit/peak-memory.ts FOLDER [generated]
import { AuditManifestSchema } from '../../harness/contract/audit-manifest.ts';
import { auditTree } from '../../harness/audit/audit-tree.ts';
import { spareMemory } from '../../harness/audit/source/spare-memory.ts';
import { generatedManifest } from './generate-tree.ts';

spareMemory();
const [root = '.', kind] = process.argv.slice(2);
const manifest = kind === 'generated' ? generatedManifest() : AuditManifestSchema.parse({});
auditTree({ root, manifest });
process.stdout.write(String((process.resourceUsage().maxRSS * 1024) / 1e6));
