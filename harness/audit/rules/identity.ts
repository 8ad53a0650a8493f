import { createHash } from 'node:crypto';
import type { AuditFinding } from '../../contract/audit.ts';

/** A finding before it got its identity. */
export type FindingDraft = Omit<AuditFinding, 'identity' | 'confidence' | 'related'> & {
  /** What it points at, if not `symbol` itself: part of the identity. */
  readonly target?: string;
  readonly confidence?: AuditFinding['confidence'];
  readonly related?: AuditFinding['related'];
};

function keyOf(draft: FindingDraft): string {
  return [
    draft.rule,
    draft.role ?? '',
    draft.scope,
    draft.path,
    draft.symbol,
    draft.target ?? '',
  ].join('\n');
}

/**
 * Gives findings their identity: a hash of rule, role, scope, path, symbol, target and the ordinal among equals.
 * No line, no column, no message: code may move within its file without becoming a new violation.
 */
export function identify(drafts: readonly FindingDraft[]): AuditFinding[] {
  const sorted = drafts.toSorted(
    (left, right) => compare(keyOf(left), keyOf(right)) || left.line - right.line,
  );
  const seen = new Map<string, number>();
  const findings = sorted.map(({ target: _target, ...draft }): AuditFinding => {
    const key = keyOf({ ...draft, ...(_target === undefined ? {} : { target: _target }) });
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    return {
      confidence: 'certain',
      related: [],
      ...draft,
      identity: createHash('sha256').update(`${key}\n${ordinal}`).digest('hex').slice(0, 32),
    };
  });
  return findings.toSorted(
    (left, right) =>
      compare(left.rule, right.rule) ||
      compare(left.role ?? '', right.role ?? '') ||
      compare(left.path, right.path) ||
      left.line - right.line ||
      compare(left.identity, right.identity),
  );
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
