import { createHash } from 'node:crypto';
import type { AuditFinding } from '../../contract/audit.ts';
import { sortFindings } from './sort-findings.ts';

/** A finding before it got its identity. */
export type FindingDraft = Omit<
  AuditFinding,
  'identity' | 'former_identity' | 'confidence' | 'related'
> & {
  /** What it points at, if not `symbol` itself: part of the identity. */
  readonly target?: string;
  readonly confidence?: AuditFinding['confidence'];
  readonly related?: AuditFinding['related'];
};

/** Paths that moved: where a file is now → where it was. */
export type FormerPaths = ReadonlyMap<string, string>;

const nowhere: FormerPaths = new Map();

/** A target with every path in it as it was: `path`, `path:Symbol`, several of them side by side. */
function formerTarget(target: string, former: FormerPaths): string {
  return target
    .split(' ')
    .map((word) => {
      const colon = word.indexOf(':');
      const path = colon === -1 ? word : word.slice(0, colon);
      return (former.get(path) ?? path) + (colon === -1 ? '' : word.slice(colon));
    })
    .join(' ');
}

function keyOf(draft: FindingDraft, former: FormerPaths): string {
  return [
    draft.rule,
    draft.role ?? '',
    draft.scope,
    former.get(draft.path) ?? draft.path,
    draft.symbol,
    formerTarget(draft.target ?? '', former),
  ].join('\n');
}

/** Hashes of the drafts by their keys and the ordinal among equals. */
function identities(
  drafts: readonly FindingDraft[],
  former: FormerPaths,
): Map<FindingDraft, string> {
  const keyed = drafts.map((draft) => ({ draft, key: keyOf(draft, former) }));
  const sorted = keyed.toSorted((left, right) =>
    left.key === right.key ? left.draft.line - right.draft.line : left.key < right.key ? -1 : 1,
  );
  const seen = new Map<string, number>();
  return new Map(
    sorted.map(({ draft, key }) => {
      const ordinal = seen.get(key) ?? 0;
      seen.set(key, ordinal + 1);
      return [draft, createHash('sha256').update(`${key}\n${ordinal}`).digest('hex').slice(0, 32)];
    }),
  );
}

/**
 * Gives findings their identity: a hash of rule, role, scope, path, symbol, target and the ordinal among equals.
 * No line, no column, no message: code may move within its file without becoming a new violation. What stands in
 * or points at a file that moved keeps the identity it had before as `former_identity`.
 */
export function identify(
  drafts: readonly FindingDraft[],
  former: FormerPaths = nowhere,
): AuditFinding[] {
  const now = identities(drafts, nowhere);
  const before = former.size === 0 ? now : identities(drafts, former);
  return sortFindings(
    drafts.map((each): AuditFinding => {
      const { target: _target, ...draft } = each;
      const identity = now.get(each) ?? '';
      const earlier = before.get(each);
      return {
        confidence: 'certain',
        related: [],
        ...draft,
        identity,
        ...(earlier === undefined || earlier === identity ? {} : { former_identity: earlier }),
      };
    }),
  );
}
