/**
 * Words of names, for any code base. No word here belongs to a product: what a project's own words mean it
 * says in its manifest.
 */
export interface RoleWords {
  /** Spellings that are one word. */
  readonly keep: readonly string[];
  readonly modifiers: ReadonlySet<string>;
  readonly kinds: ReadonlySet<string>;
}

const keep = [
  'GraphQL',
  'OAuth',
  'OpenAPI',
  'JavaScript',
  'TypeScript',
  'GitHub',
  'MySQL',
  'IPv4',
  'IPv6',
];

const modifiers =
  'abstract advanced all another any basic better common compat compatible complete concrete core current custom ' +
  'default deprecated direct dummy enhanced extended extra fake fallback fast final full general generic global ' +
  'impl implementation improved in inner internal isolated legacy light lite local main minimal mock modern my ' +
  'new next old optimized optimised original outer plain primary private proper proxy pure quick real robust safe ' +
  'scoped secondary secure shared simple simplified single singleton smart special standard static stub super ' +
  'temp temporary the tiny top ultimate unified universal updated wrapped wrapper v1 v2 v3 v4 py ts js ' +
  'and for from of on the to with by at async sync asynchronous synchronous base';

const kinds =
  'factory factories builder provider creator maker validator registry config configuration settings options option ' +
  'params parameters metrics metric stats statistics manager handler error exception warning event message request ' +
  'response result context state status type types kind enum mode mixin schema model dto entity record row ' +
  'interface protocol abc spec fixture test tests case suite monitor observer listener callback hook middleware ' +
  'decorator helper helpers util utils tool tools constants policy strategy info data summary report log logger ' +
  'key id token filter parser reader writer loader converter formatter serializer view controller router route';

function lower(words: readonly string[]): string[] {
  return words.map((word) => word.toLowerCase());
}

type DeclaredWords = Readonly<Record<'keep' | 'modifiers' | 'kinds', readonly string[]>>;

/** The same object for the same manifest: what is found out about names hangs on it. */
const known = new WeakMap<DeclaredWords, RoleWords>();

/** The built-in words together with those of the manifest. */
export function createRoleWords(declared: DeclaredWords): RoleWords {
  let words = known.get(declared);
  if (words === undefined)
    known.set(
      declared,
      (words = {
        keep: [...declared.keep, ...keep],
        modifiers: new Set([...modifiers.split(' '), ...lower(declared.modifiers)]),
        kinds: new Set([...kinds.split(' '), ...lower(declared.kinds)]),
      }),
    );
  return words;
}
