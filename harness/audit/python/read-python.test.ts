import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bodyKey } from '../facts/bodies.ts';
import { walkCalls } from '../facts/walk-statements.ts';
import { createPythonReader } from './read-python.ts';
import { comparableFacts } from './tests/comparable-facts.ts';
import { compareWithPython } from './tests/compare-with-python.ts';

const folder = join(import.meta.dirname, 'tests');
const corpus = globSync(join(folder, 'corpus/*.py')).toSorted();
const expected: unknown = JSON.parse(readFileSync(join(folder, 'corpus.expected.json'), 'utf8'));

const withoutPython = 'python3 is not installed: the comparison with CPython did not run';

describe('the Python reader', () => {
  it('reads the committed corpus as recorded', () => {
    const reader = createPythonReader();
    const read = Object.fromEntries(
      corpus.map((path) => [
        basename(path),
        comparableFacts(reader.readFacts(path, readFileSync(path))),
      ]),
    );
    expect(read).toEqual(expected);
  });

  it('agrees with CPython on the committed corpus', ({ skip }) => {
    const compared = compareWithPython(corpus);
    if (compared === undefined) return skip(withoutPython);
    expect(compared.differing).toEqual([]);
    expect(compared.facts).toBeGreaterThan(50);
  });

  it('marks guarded and type-only imports, and the function an import stands in', () => {
    const source = `
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from a import Hint
try:
    import fast
except ImportError:
    import slow
try:
    import kept
except ValueError:
    pass
def run():
    from late import thing
`;
    const facts = createPythonReader().readFacts('m.py', Buffer.from(source));
    expect(
      facts.imports.map(({ local, typeOnly, guarded, within }) => [
        local,
        typeOnly,
        guarded,
        within,
      ]),
    ).toEqual([
      ['TYPE_CHECKING', false, false, ''],
      ['Hint', true, false, ''],
      ['fast', false, true, ''],
      ['slow', false, false, ''],
      ['kept', false, false, ''],
      ['thing', false, false, 'run'],
    ]);
  });

  it('knows the names, aliases and public names of a module', () => {
    const source = `
__all__ = ['A', "B"]
__all__ += ('C',)
A = B = impl.Thing
limit: int = 3
for index, item in pairs: pass
with open(p) as handle: pass
if (found := search()): other = 1
def use():
    global late
    late = 1
class K:
    field: int
    other = 2
`;
    const facts = createPythonReader().readFacts('m.py', Buffer.from(source));
    expect(facts.publicNames).toEqual(['A', 'B', 'C']);
    expect(facts.aliases.map(({ name, target }) => [name, target])).toEqual([
      ['A', 'impl.Thing'],
      ['B', 'impl.Thing'],
    ]);
    expect(facts.variables).toEqual(
      expect.arrayContaining(['limit', 'index', 'item', 'handle', 'found', 'other', 'late']),
    );
    expect(facts.classes[0]?.fields).toEqual(['field', 'other']);
  });

  it('reads the calls of bodies, with their arguments', () => {
    const source = `
async def make(pool):
    maker = Maker(pool, *extra, retries=3)
    if pool:
        return await maker.build({'key': run(1)})
    elif other: return [one(x) for x in many()]
    else:
        with open_it() as it, second(): yield it.go(lambda: deep())
`;
    const reader = createPythonReader();
    const [fact] = reader.readFacts('m.py', Buffer.from(source)).functions;
    const body = reader
      .readBodies(Buffer.from(source))
      .functions.get(bodyKey(fact ?? { qualname: '', line: 0 }));
    const names = [...walkCalls(body ?? [])].map((call) =>
      call.callee.kind === 'name' ? call.callee.name : call.callee.kind,
    );
    expect(names).toEqual([
      'Maker',
      'maker.build',
      'run',
      'one',
      'many',
      'open_it',
      'second',
      'it.go',
      'deep',
    ]);
  });

  it('takes no colon inside the subject of a match for its end', () => {
    const source = `
def pick():
    match {"k": ..., "l": 1}:
        case _: return given()
`;
    const { functions } = createPythonReader().readBodies(Buffer.from(source));
    const body = [...functions.values()].flat();
    expect(body.map(({ kind, line }) => [kind, line])).toEqual([['if', 4]]);
  });

  it('knows the line of what follows a header of several lines', () => {
    const source = `
def pick(
    first='\\n',
    # the second
    second=(1,
            2)): return given()
`;
    const { functions } = createPythonReader().readBodies(Buffer.from(source));
    expect([...functions.values()].flat().map(({ kind, line }) => [kind, line])).toEqual([
      ['return', 6],
    ]);
  });

  it.each([
    ['nothing', ''],
    ['an open bracket', 'x = ['],
    ['an open string', "x = '''abc"],
    ['a lone quote', '"'],
    ['deep brackets', '('.repeat(5000)],
    ['one long line', `x = ${'f(1), '.repeat(80_000)}`],
    ['nested fields', 'f"{'.repeat(2000)],
    ['binary', '\u0000\u0001def \u0000('],
    ['only a backslash', '\\'],
    ['words without their rest', 'class\ndef\nimport\nfrom\nfrom x import\nwith\nexcept\n@\nasync'],
  ])('survives %s', (_, source) => {
    const reader = createPythonReader();
    expect(() => reader.readFacts('m.py', Buffer.from(source))).not.toThrow();
    expect(() => reader.readBodies(Buffer.from(source))).not.toThrow();
  });
});
