import type { FileFacts, ImportFact, Language } from '../facts/file-facts.ts';
import type { AuditModel } from '../model/audit-model.ts';
import type { FindingDraft } from './identity.ts';
import type { RuleContext } from './rule-context.ts';

/** A module above it makes names, modules included, while it runs: `os` does so with `os.path`. */
function isMadeAtRunTime(model: AuditModel, path: string, module: string): boolean {
  for (let dot = module.lastIndexOf('.'); dot > 0; dot = module.lastIndexOf('.', dot - 1)) {
    const above = model.tree.resolveModule(path, module.slice(0, dot));
    if (above.kind === 'own')
      return model.tree.files.get(above.path)?.facts.answersAnyName === true;
  }
  return false;
}

/** What a build writes is in no repository: `./generated/client`, `._version`, `api_pb2`. */
const written = {
  // A Python package called `build` or `dist` holds code like any other.
  py: /(^|\.)(_*generated_*|_version|version_info)(\.|$)|_pb2(_grpc)?$/,
  ts: /(^|[./])(generated|__generated__|gen|dist|build|_version|version_info|\.next)([./]|$)|_pb2(_grpc)?$/,
};

/** A template is read where it is written out, beside files that are not here. */
const template = /(^|[/.])templates?[/.]/;

interface Missing {
  readonly message: string;
  /** Name that its module lacks; empty when the module itself is missing. */
  readonly name: string;
  /** Git is told not to keep it. */
  readonly ignored?: boolean;
}

/** What is missing of an import of our own code; undefined when it resolves or is not ours. */
function missingPart(model: AuditModel, path: string, fact: ImportFact): Missing | undefined {
  const target = model.tree.resolveModule(path, fact.module);
  if (target.kind === 'missing')
    return isMadeAtRunTime(model, path, fact.module)
      ? undefined
      : {
          message: `module ${fact.module} does not exist`,
          name: '',
          ignored: target.ignored === true,
        };
  if (
    target.kind !== 'own' ||
    fact.name === '' ||
    fact.name === '*' ||
    fact.typeOnly ||
    /^__\w+__$/.test(fact.name)
  )
    return undefined;
  const exported = model.lookup.exported(target.path, fact.name);
  if (exported.definitions.length > 0 || exported.open) return undefined;
  const dot = fact.module.endsWith('.') ? '' : '.';
  const module = model.tree.resolveModule(path, `${fact.module}${dot}${fact.name}`);
  const isModule = model.tree.files.get(path)?.facts.lang === 'py' && module.kind !== 'missing';
  return isModule ? undefined : { message: `${target.path} has no ${fact.name}`, name: fact.name };
}

/** Guarded, or of a module that a build writes: types alone are needed by nobody but the compiler. */
function mayBeThere(lang: Language, fact: ImportFact, { name, ignored }: Missing): boolean {
  return (
    fact.guarded ||
    (name === '' && (fact.typeOnly || ignored === true || written[lang].test(fact.module)))
  );
}

/** What a file passes on from elsewhere, as the import that it is. */
function passedOn({ lang, exports }: FileFacts): ImportFact[] {
  if (lang === 'py') return [];
  return exports
    .filter(({ module }) => module !== '')
    .map(({ line, module }) => {
      const bound = { name: '', local: '', within: '' };
      return { line, module, ...bound, typeOnly: false, guarded: false };
    });
}

/** SSOT005: imports of our own modules or names that do not exist. A guarded one says so itself: review. */
export function findDanglingImports({ model }: RuleContext): FindingDraft[] {
  const drafts: FindingDraft[] = [];
  for (const { facts, scope } of model.tree.files.values()) {
    const told = new Set<string>();
    for (const fact of [...facts.imports, ...passedOn(facts)]) {
      const missing = missingPart(model, facts.path, fact);
      if (missing === undefined) continue;
      // A statement that takes three names from a missing module is one mistake.
      const statement = `${fact.line} ${fact.within} ${fact.module}`;
      if (missing.name === '' && told.has(statement)) continue;
      told.add(statement);
      drafts.push({
        rule: 'SSOT005',
        scope,
        path: facts.path,
        line: fact.line,
        symbol: fact.within,
        // The first name it takes, though all of them are missing: committed baselines know it by that.
        target: `${fact.module}:${fact.name}`,
        message: missing.message,
        confidence:
          template.test(facts.path) || mayBeThere(facts.lang, fact, missing) ? 'review' : 'certain',
      });
    }
  }
  return drafts;
}
