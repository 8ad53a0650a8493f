import { describe, expect, it } from 'vitest';
import { AuditManifestSchema } from '../../contract/audit-manifest.ts';
import { loadModel } from '../model/load-model.ts';
import { openTexts } from '../source/source-set.ts';
import { findFruitlessTests } from './find-fruitless-tests.ts';

const own = { 'shop/__init__.py': '', 'shop/money.py': 'def total(items): return sum(items)\n' };

function reviewOf(files: Record<string, string>): string[] {
  const { model } = loadModel(openTexts({ ...own, ...files }), AuditManifestSchema.parse({}));
  return findFruitlessTests(model).drafts.map(
    ({ rule, symbol, confidence }) => `${rule} ${symbol}${confidence === 'review' ? ' ?' : ''}`,
  );
}

function python(body: string): string[] {
  return reviewOf({ 'tests/test_money.py': `from shop.money import total\n${body}` });
}

describe('Python tests that cannot fail', () => {
  it.each([
    ['nothing in it', 'def test_a():\n    pass\n', ['TEST001 test_a']],
    ['a call without a check', 'def test_a():\n    total([1])\n', ['TEST001 test_a ?']],
    ['constants', 'def test_a():\n    x = 3\n    assert x == 3\n', ['TEST002 test_a']],
    [
      "a mock's own answer",
      'def test_a():\n    m = Mock(return_value=1)\n    assert m() == 1\n',
      ['TEST003 test_a'],
    ],
    [
      'a swallowed failure',
      'def test_a():\n    try:\n        assert total([1]) == 2\n    except Exception as e:\n        print(e)\n',
      ['TEST004 test_a'],
    ],
    [
      'a skip on import failure',
      'def test_a():\n    try:\n        from shop.gone import x\n    except ImportError:\n        pytest.skip("no")\n    assert x() == 1\n',
      ['TEST005 test_a'],
    ],
    [
      'only mocks, called by the test itself',
      'def test_a():\n    m = MagicMock()\n    m.run(1)\n    m.run.assert_called_once_with(1)\n',
      ['TEST006 test_a'],
    ],
    [
      'its own sleep',
      'def test_a():\n    t = time.perf_counter()\n    time.sleep(0.1)\n    assert time.perf_counter() - t < 1\n',
      ['TEST007 test_a'],
    ],
    [
      'an empty loop',
      'def test_a():\n    rows = total([]) or []\n    for row in rows:\n        assert row\n',
      ['TEST008 test_a'],
    ],
    [
      'unittest with constants',
      'class TestIt(unittest.TestCase):\n    def test_a(self):\n        x = 2\n        self.assertEqual(x, 2)\n',
      ['TEST002 TestIt.test_a'],
    ],
    [
      'unittest that swallows',
      'class TestIt(unittest.TestCase):\n    def test_a(self):\n        try:\n            self.assertEqual(total([1]), 2)\n        except Exception:\n            pass\n',
      ['TEST004 TestIt.test_a'],
    ],
    [
      'a skip of the whole file',
      'pytest.importorskip("shop.gone")\ndef test_a():\n    assert total([1]) == 1\n',
      ['TEST005 test_a'],
    ],
    [
      'an unforced condition',
      'def test_a():\n    r = total([1])\n    if r > 5:\n        assert r == 6\n',
      ['TEST008 test_a ?'],
    ],
  ])('%s', (_, body, findings) => {
    expect(python(body)).toEqual(findings);
  });

  it.each([
    ['a real call', 'def test_a():\n    assert total([1, 2]) == 3\n'],
    ['pytest.raises', 'def test_a():\n    with pytest.raises(TypeError):\n        total(None)\n'],
    ['a fixture', 'def test_a(client):\n    assert client.get("/").status == 200\n'],
    [
      'a helper that asserts',
      'def check_it(x):\n    assert x\ndef test_a():\n    check_it(total([1]))\n',
    ],
    [
      'a mock that real code calls',
      'def test_a():\n    m = Mock()\n    total(m)\n    m.run.assert_called_once()\n',
    ],
    [
      'a handler that fails the test',
      'def test_a():\n    try:\n        assert total([1]) == 1\n    except ValueError:\n        pytest.fail("no")\n',
    ],
    [
      'a helper that checks what it is told',
      'class TestIt(unittest.TestCase):\n    def check_sum(self, items, expected):\n        self.assertEqual(total(items), expected)\n    def test_a(self):\n        self.check_sum([1], 1)\n',
    ],
    [
      'what always fails',
      'class TestIt(unittest.TestCase):\n    def test_a(self):\n        self.fail("not yet")\n',
    ],
    [
      'unittest',
      'class TestIt(unittest.TestCase):\n    def test_a(self):\n        self.assertEqual(total([1]), 1)\n',
    ],
    [
      'a loop over literals',
      'def test_a():\n    for n in [1, 2]:\n        assert total([n]) == n\n',
    ],
    [
      'a skip for a foreign package',
      'numpy = pytest.importorskip("numpy")\ndef test_a():\n    assert total([1]) == 1\n',
    ],
  ])('%s can', (_, body) => {
    expect(python(body)).toEqual([]);
  });
});

function script(body: string): string[] {
  return reviewOf({
    'src/money.ts': 'export function total(items: number[]) { return items.length; }',
    'src/money.test.ts': `import { total } from './money.ts';\n${body}`,
  });
}

describe('TypeScript tests that cannot fail', () => {
  it('are found inside describe, each and async callbacks', () => {
    expect(
      script(`
describe('money', () => {
  it('knows three', () => { const x = { a: 3 }; expect(x.a).toBe(3); });
  it.each([1])('mocks %s', async () => { const f = vi.fn(() => 1); expect(await f()).toBe(1); });
  test('drops', async () => { try { expect(total([])).toBe(9); } catch {} });
  test('is empty', () => {});
  test('maps its own', () => { const twice = [1, 2].map((n) => n * 2); expect(twice).toEqual([2, 4]); });
});`),
    ).toEqual([
      'TEST002 money > knows three',
      'TEST003 money > mocks %s',
      'TEST004 money > drops',
      'TEST001 money > is empty',
      'TEST002 money > maps its own',
    ]);
  });

  it.each([
    [
      'jest',
      "test('x', () => { const f = jest.fn(); f(1); expect(f).toHaveBeenCalledWith(1); });",
      'TEST006 x',
    ],
    ['playwright', "test('x', async ({ page }) => { await page.goto('/'); });", 'TEST001 x ?'],
    [
      'a timer',
      "test('x', async () => { const t = performance.now(); await setTimeout(50); expect(performance.now() - t).toBeLessThan(500); });",
      'TEST007 x',
    ],
    [
      'a slice',
      "test('x', () => { const rows = load().slice(3); for (const row of rows) expect(row).toBe(1); });",
      'TEST008 x',
    ],
    [
      'a condition',
      "test('x', () => { const row = total([1]); if (row > 9) expect(row).toBe(10); });",
      'TEST008 x ?',
    ],
    [
      'a missing module',
      "test('x', async (context) => { let shop; try { shop = await import('./gone.ts'); } catch { context.skip(); } expect(shop.total([])).toBe(0); });",
      'TEST005 x',
    ],
  ])('are told apart: %s', (_, body, finding) => {
    expect(script(body)).toEqual([finding]);
  });

  it('leave honest ones alone', () => {
    expect(
      script(`
test('counts', () => { expect(total([1])).toBe(1); });
test('throws', () => { expect(() => total([])).not.toThrow(); });
test('calls back', () => { const seen: number[] = []; total([1]).valueOf(); on((n) => seen.push(n)); expect(seen).toEqual([1]); });
test('tallies', () => { let hits = 0; for (let i = 0; i < 9; i += 1) if (total([i]) > 0) hits += 1; expect(hits).toBe(9); });
test('is called back', () => { const seen: number[] = []; const on = (n: number) => { seen.push(n); }; total(on); expect(seen).toEqual([0, 1]); });
test('answers in its turn', () => { const late: boolean[] = []; const seat = { enter: () => late.push(total([])) }; total(seat); expect(late).toEqual([false]); });
test('spies', () => { const log = vi.fn(); total(log); expect(log).toHaveBeenCalled(); });`),
    ).toEqual([]);
  });
});
