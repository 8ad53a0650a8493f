import type { AuditMember, AuditMemberClass } from '../../contract/audit.ts';
import type { AuditRole } from '../../contract/audit-manifest.ts';
import { delegateOf, onlyRaises } from '../facades/delegation.ts';
import { bodyKey } from '../facts/bodies.ts';
import type { FunctionFact } from '../facts/file-facts.ts';
import type { AuditModel } from '../model/audit-model.ts';
import { symbolId } from '../model/class-graph.ts';
import type { CanonicalSymbol } from './canonical.ts';
import { nameTokens, splitWords } from './name-tokens.ts';
import { createRarity, overlap, type Rarity } from './rarity.ts';
import type { RoleWords } from './role-words.ts';

/** Names alone say less of a function than of a class: both they and the parameters have to agree. */
const leastScore = 0.6;
const reviewMargin = 0.1;
const doubles = new Set(['mock', 'fake', 'stub', 'dummy', 'noop']);

interface Candidate {
  readonly path: string;
  readonly scope: string;
  readonly fact: FunctionFact;
  readonly tokens: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
}

/** Functions of a module that others can import, in one language. */
function candidatesOf(model: AuditModel, lang: 'py' | 'ts', words: RoleWords): Candidate[] {
  return [...model.tree.files.values()]
    .filter(({ facts }) => facts.lang === lang)
    .flatMap(({ facts, scope }) =>
      facts.functions
        .filter((fact) => fact.owner === '' && !fact.qualname.includes('.') && !fact.signatureOnly)
        .map((fact) => ({
          path: facts.path,
          scope,
          fact,
          tokens: new Set(nameTokens(fact.name, words)),
          parameters: new Set(fact.params.map((param) => param.name)),
        })),
    );
}

function evidenceOf(candidate: Candidate, canonical: Candidate, rarity: Rarity) {
  const names = overlap(candidate.tokens, canonical.tokens, rarity);
  const name = (names.jaccard + names.containment) / 2;
  const shared = candidate.parameters.intersection(canonical.parameters);
  const most = Math.max(candidate.parameters.size, canonical.parameters.size);
  const parameters = most === 0 ? 1 : shared.size / most;
  const rounded = (value: number): number => Math.round(value * 1000) / 1000;
  return {
    score: candidate === canonical ? 1 : rounded(0.6 * name + 0.4 * parameters),
    name: rounded(name),
    api: 0,
    parameters: rounded(parameters),
    inherits: false,
    shared: [...shared].toSorted(),
  };
}

function classOf(model: AuditModel, { path, fact }: Candidate, words: RoleWords): AuditMemberClass {
  if (splitWords(fact.name, words.keep).some((word) => doubles.has(word))) return 'test-double';
  const body = model.bodiesOf(path).functions.get(bodyKey(fact)) ?? [];
  if (onlyRaises(body)) return 'tombstone';
  return delegateOf(body) === undefined ? 'implementation' : 'facade';
}

/** Finds and classifies the members of a role that is carried by plain functions, hooks for example. */
export function findFunctionMembers(
  model: AuditModel,
  role: AuditRole,
  canonical: CanonicalSymbol,
  words: RoleWords,
): AuditMember[] {
  const candidates = candidatesOf(model, role.lang, words);
  const wanted = candidates.find(
    (each) => symbolId(each.path, each.fact.qualname) === canonical.id,
  );
  if (wanted === undefined) return [];
  const rarity = createRarity(candidates.map((each) => each.tokens));
  const least = Math.max(leastScore, role.threshold);
  return candidates
    .filter((each) => each === wanted || !each.tokens.isDisjointFrom(wanted.tokens))
    .map((candidate) => ({ candidate, evidence: evidenceOf(candidate, wanted, rarity) }))
    .filter(({ evidence }) => evidence.score >= least - reviewMargin)
    .toSorted((left, right) => right.evidence.score - left.evidence.score)
    .map(({ candidate, evidence }): AuditMember => ({
      path: candidate.path,
      line: candidate.fact.line,
      symbol: candidate.fact.qualname,
      scope: candidate.scope,
      class: candidate === wanted ? 'canonical' : classOf(model, candidate, words),
      review: evidence.score < least,
      evidence,
    }));
}
