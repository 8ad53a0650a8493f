import { findBrokenContracts } from './broken-contracts.ts';
import { findCompeting } from './competing.ts';
import { findDanglingImports } from './dangling-imports.ts';
import { findDeprecatedUse } from './deprecated-shims.ts';
import { findGrownFacades } from './grown-facades.ts';
import type { FindingDraft } from './identity.ts';
import { findBypassImports } from './imports.ts';
import { findMissingMembers } from './missing-members.ts';
import { findNameCollisions } from './name-collisions.ts';
import { findRedirectCycles } from './redirect-cycles.ts';
import type { RuleContext } from './rule-context.ts';
import { findStringReferences } from './string-references.ts';
import { findTestDoubles } from './test-doubles.ts';

/** Everything SSOT001 to SSOT014 find in one state of a tree. SSOT013 compares two manifests and is not part of it. */
export function findViolations(context: RuleContext): FindingDraft[] {
  return [
    ...findCompeting(context.views),
    ...findBypassImports(context),
    ...findDanglingImports(context),
    ...findStringReferences(context),
    ...findDeprecatedUse(context),
    ...findGrownFacades(context),
    ...findNameCollisions(context),
    ...findBrokenContracts(context),
    ...findRedirectCycles(context),
    ...findTestDoubles(context),
    ...findMissingMembers(context),
  ];
}
