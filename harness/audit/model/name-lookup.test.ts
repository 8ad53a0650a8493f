import { describe, expect, it } from 'vitest';
import { AuditManifestSchema } from '../../contract/audit-manifest.ts';
import { openTexts } from '../source/source-set.ts';
import { loadModel } from './load-model.ts';

/** Where the first definition of a name stands, and its qualified name. */
function meaningIn(
  texts: Readonly<Record<string, string>>,
  path: string,
  name: string,
  within: string,
): string | undefined {
  const { model } = loadModel(openTexts(texts), AuditManifestSchema.parse({}));
  const [definition] = model.lookup.inside(path, name, within).definitions;
  return definition?.kind === 'class' || definition?.kind === 'function'
    ? `${definition.path}:${definition.fact.qualname}`
    : definition?.kind;
}

describe('the lookup of names inside a function', () => {
  const texts = {
    'store.py': `
class Box:
    class Inner: pass
def load(): pass
`,
    'use.py': `
try:
    from store import Box
except ImportError:
    class Box:
        def go(self): return Inner()
def make():
    from store import load
    class Inner:
        class Deep: pass
    def load_all(): return load()
    return Inner.Deep()
def load(): pass
def other(): return load()
`,
  };

  it.each([
    ['Inner', 'make', 'use.py:make.Inner'],
    ['Inner.Deep', 'make', 'use.py:make.Inner.Deep'],
    ['Deep', 'make.Inner.run', 'use.py:make.Inner.Deep'],
    ['load', 'make', 'store.py:load'],
    ['load', 'make.load_all', 'store.py:load'],
    ['load', 'other', 'use.py:load'],
    ['Inner', 'other', undefined],
  ])('%s in %s is %s', (name, within, meaning) => {
    expect(meaningIn(texts, 'use.py', name, within)).toBe(meaning);
  });

  it('knows what a class of the same name from elsewhere holds', () => {
    expect(meaningIn(texts, 'use.py', 'Inner', 'Box.go')).toBe('store.py:Box.Inner');
  });
});
