import type { ClassGraph, ClassNode } from '../model/class-graph.ts';
import { plainBase } from '../model/class-graph.ts';
import { splitWords } from './name-tokens.ts';
import type { RoleWords } from './role-words.ts';
import { isPublicMethod } from './class-shape.ts';

const doubles = new Set(['mock', 'fake', 'stub', 'dummy', 'spy', 'double', 'noop']);
const mockBases = /(^|\.)(Mock|MagicMock|AsyncMock|NonCallableMock)$/;
const failureBase = /(Error|Exception|Warning)$/;
const dataBase = /(^|\.)(BaseModel|NamedTuple|TypedDict|Enum|IntEnum|StrEnum|Flag|Struct)$/;

/** Stands in for something in tests, by its name or what it descends from. */
export function isTestDouble(node: ClassNode, words: RoleWords): boolean {
  return (
    splitWords(node.fact.name, words.keep).some((word) => doubles.has(word)) ||
    node.fact.bases.some((base) => mockBases.test(plainBase(base)))
  );
}

/** Promises members without carrying them out: an interface, a protocol, a class at least 60 % abstract. */
export function isInterface(node: ClassNode): boolean {
  if (node.fact.form === 'interface') return true;
  if (/^I[A-Z][a-z]/.test(node.fact.name) || node.fact.name.endsWith('Interface')) return true;
  const methods = node.members.filter(isPublicMethod);
  const abstract = methods.filter(
    (member) =>
      member.signatureOnly ||
      member.decorators.some((decorator) => decorator.endsWith('abstractmethod')),
  );
  if (node.fact.bases.some((base) => /(^|\.)Protocol$/.test(plainBase(base)))) return true;
  return methods.length > 0 && abstract.length / methods.length >= 0.6;
}

/** Errors and plain data carry no role. */
export function isFailureOrData(node: ClassNode, graph: ClassGraph): boolean {
  const bases = graph.lineage(node).nodes.flatMap((each) => each.fact.bases.map(plainBase));
  if (bases.some((base) => failureBase.test(base) || dataBase.test(base))) return true;
  const isDataclass = node.fact.decorators.some((decorator) => /(^|\.)dataclass\b/.test(decorator));
  return isDataclass && node.members.filter(isPublicMethod).length <= 2;
}

/** Holds tests of something, whose name it therefore bears. */
export function isTestSuite(node: ClassNode): boolean {
  return node.members.some((member) => /^test(_|[A-Z])/.test(member.name));
}

/** The last word names another kind of thing than the role's own last word does. */
export function isOtherKind(name: string, canonicalName: string, words: RoleWords): boolean {
  const last = splitWords(name, words.keep).findLast((word) => !words.modifiers.has(word));
  const own = splitWords(canonicalName, words.keep).findLast((word) => !words.modifiers.has(word));
  return last !== undefined && last !== own && words.kinds.has(last);
}
