// All rules on one generated tree, and the most memory the process took, in MB: node bench/audit/peak-memory.ts FOLDER
import { auditTree } from '../../harness/audit/audit-tree.ts';
import { generatedManifest } from './generate-tree.ts';

const [root = '.'] = process.argv.slice(2);
auditTree({ root, manifest: generatedManifest() });
process.stdout.write(String((process.resourceUsage().maxRSS * 1024) / 1e6));
