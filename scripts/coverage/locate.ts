import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkTable } from '../../harness/checks/check-table.ts';
import { auditRules } from '../../harness/contract/audit-rules.ts';
import { criteriaTable } from '../../harness/gate/phases/criteria-table.ts';
import { gatePlan } from '../phases/gate-plan.ts';
import { measurementProofs, testProofs } from './proofs.ts';

const root = join(import.meta.dirname, '..', '..');

/** The file of tests in which an audit rule is shown to find what it names. */
function testOfRule(rule: string): string | undefined {
  const folder = rule.startsWith('TEST')
    ? 'fruitless/find-fruitless-tests.test.ts'
    : rule.startsWith('BREAK')
      ? 'breakages/find-breakages.test.ts'
      : 'rules/find-violations.test.ts';
  const path = `harness/audit/${folder}`;
  return readFileSync(join(root, path), 'utf8').includes(rule) ? path : undefined;
}

/** Where a criterion is seen red: on the specimen before its phase, else without its evidence. */
function redOf(id: string): string {
  const pair = gatePlan.find(({ red }) => red.includes(id));
  return pair === undefined
    ? 'scripts/phases/stored-results.test.ts'
    : `gate ${pair.gate} on specimen phase-${pair.specimen}`;
}

/** What proves that a name of the feature table can fail; undefined for a name that does not exist. */
export function proofOf(name: string): string | undefined {
  const [kind = '', rest = ''] = name.split(/:(.*)/s);
  if (kind === 'criterion') {
    return criteriaTable.some(({ id }) => id === rest) ? redOf(rest) : undefined;
  }
  if (kind === 'measure') return measurementProofs[rest];
  if (kind === 'test') return suiteTitles().has(rest) ? testProofs[rest] : undefined;
  const check = checkTable.find(({ id }) => id === name);
  if (check !== undefined) return check.provenBy.join(' ');
  return Object.hasOwn(auditRules, name) ? testOfRule(name) : undefined;
}

/** The text of every test file of the four suites. */
export function suiteSources(): string[] {
  return ['mission-critical', 'ssot-compliance', 'performance-regression', 'staging'].flatMap(
    (suite) =>
      readdirSync(join(root, 'suites', suite))
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(join(root, 'suites', suite, file), 'utf8')),
  );
}

function suiteTitles(): Set<string> {
  const titles = suiteSources().flatMap((text) =>
    [...text.matchAll(/\btest\('([^']+)'/g)].map(([, title = '']) => title),
  );
  return new Set(titles);
}
