import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AuditManifestSchema } from '../../contract/audit-manifest.ts';
import { auditTree } from '../audit-tree.ts';

const LabelsSchema = z.strictObject({
  roles: z.array(
    z.strictObject({
      id: z.string(),
      lang: z.enum(['py', 'ts']),
      canonical: z.string(),
      /** What a person who read the corpus calls competing. */
      competing: z.array(z.string()),
      /** Not looked at while thresholds and word lists were chosen. */
      held_out: z.boolean(),
      factory_of: z.string().optional(),
    }),
  ),
});

export interface CorpusScore {
  readonly id: string;
  readonly held_out: boolean;
  readonly found: number;
  readonly false_positives: readonly string[];
  readonly misses: readonly string[];
}

export interface CorpusReport {
  readonly roles: readonly CorpusScore[];
  /** Shares 0 to 1 over all roles, and over those held out. */
  readonly precision: number;
  readonly recall: number;
  readonly held_out: { readonly precision: number; readonly recall: number };
}

function shares(scores: readonly CorpusScore[]): { precision: number; recall: number } {
  const sum = (count: (score: CorpusScore) => number) =>
    scores.reduce((total, score) => total + count(score), 0);
  const right = sum((score) => score.found);
  return {
    precision: right / (right + sum((score) => score.false_positives.length)),
    recall: right / (right + sum((score) => score.misses.length)),
  };
}

/** Audits the labelled corpus beside this file and compares what is found with what its labels say. */
export function measureCorpus(): CorpusReport {
  const root = import.meta.dirname;
  const labels = LabelsSchema.parse(JSON.parse(readFileSync(join(root, 'labels.json'), 'utf8')));
  const manifest = AuditManifestSchema.parse({
    roots: ['python'],
    scopes: { production: ['**'] },
    roles: labels.roles.map(({ id, lang, canonical, factory_of }) => ({
      id,
      lang,
      canonical,
      ...(factory_of === undefined ? {} : { factoryOf: factory_of }),
    })),
  });
  const facts = auditTree({ root, manifest });
  const roles = labels.roles.map((label): CorpusScore => {
    const reported = new Set(
      facts.findings
        .filter(({ rule, role, confidence }) => role === label.id && confidence === 'certain' && /^SSOT00[12]$/.test(rule))
        .map((finding) => `${finding.path}:${finding.symbol}`),
    );
    const wanted = new Set(label.competing);
    return {
      id: label.id,
      held_out: label.held_out,
      found: reported.intersection(wanted).size,
      false_positives: [...reported.difference(wanted)],
      misses: [...wanted.difference(reported)],
    };
  });
  return { roles, ...shares(roles), held_out: shares(roles.filter((role) => role.held_out)) };
}
