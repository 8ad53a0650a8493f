// All rules on one generated tree, and the most memory the process took, in MB, as the command `audit` is set up: node bench/audit/peak-memory.ts FOLDER
import { auditTree } from '../../harness/audit/audit-tree.ts';
import { spareMemory } from '../../harness/audit/source/spare-memory.ts';
import { generatedManifest } from './generate-tree.ts';

spareMemory();
const [root = '.'] = process.argv.slice(2);
auditTree({ root, manifest: generatedManifest() });
process.stdout.write(String((process.resourceUsage().maxRSS * 1024) / 1e6));
