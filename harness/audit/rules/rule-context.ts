import type { AuditConsumer } from '../../contract/audit.ts';
import type { AuditManifest } from '../../contract/audit-manifest.ts';
import type { AuditModel } from '../model/audit-model.ts';
import type { RoleView } from '../roles/role-members.ts';
import type { RoleWords } from '../roles/role-words.ts';

/** What every rule works on: the model, the roles found in it, and who uses their members. */
export interface RuleContext {
  readonly model: AuditModel;
  readonly manifest: AuditManifest;
  readonly views: readonly RoleView[];
  readonly words: RoleWords;
  readonly consumers: readonly AuditConsumer[];
}
