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
      'a skip without an extra that a module of our own needs',
      'def test_a():\n    try:\n        from shop.money import total\n    except ImportError:\n        pytest.skip("no")\n    assert total([1]) == 1\n',
      ['TEST005 test_a ?'],
    ],
    [
      'only mocks, called by the test itself',
      'def test_a():\n    m = MagicMock()\n    m.run(1)\n    m.run.assert_called_once_with(1)\n',
      ['TEST006 test_a'],
    ],
    [
      'a mock it calls beside real code',
      'def test_a():\n    m = MagicMock()\n    total([1])\n    m.run(1)\n    m.run.assert_called_once_with(1)\n',
      ['TEST006 test_a ?'],
    ],
    [
      'a fixture that only its name calls a mock',
      'def test_a(mock_rows):\n    assert mock_rows == [1]\n',
      ['TEST003 test_a ?'],
    ],
    [
      'a function that its decorator may make something else of',
      '@tool\ndef test_a():\n    return 1\n',
      ['TEST001 test_a ?'],
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
      'constants after a real call',
      'def test_a():\n    total([1])\n    assert True\n',
      ['TEST002 test_a ?'],
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
      'a function of its own that real code calls',
      'def test_a():\n    seen = []\n    def note(n):\n        seen.append(n)\n    total(note)\n    assert seen == [1]\n',
    ],
    [
      'a flag set from inside a class of its own',
      'def test_a():\n    called = False\n    class Spy:\n        def add(self):\n            nonlocal called\n            called = True\n    total(Spy())\n    assert called\n',
    ],
    [
      'a mock that real code gets as a field',
      'def test_a():\n    m = Mock()\n    till = total([])\n    till.on_sum = m\n    till.run()\n    assert m.call_count == 1\n',
    ],
    [
      'a field of something real that the test sets first',
      'import shop\ndef test_a():\n    shop.limit = 3\n    shop.open()\n    assert shop.limit is None\n',
    ],
    [
      'a call of what a call gives',
      'def test_a(client):\n    for method in ("get", "put"):\n        answer = getattr(client, method)("/")\n        assert answer.status == 200\n',
    ],
    ['a fixture by its name', 'def test_a(fake_till):\n    assert fake_till.read() == 1\n'],
    ['a fixture called like a test', '@pytest.fixture\ndef test_till():\n    return 1\n'],
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

it('collects no test from a conftest.py', () => {
  expect(reviewOf({ 'tests/conftest.py': 'def test_shortcuts(request):\n    pass\n' })).toEqual([]);
});

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
    [
      'a missing module that a constant names',
      "const gone: string = './gone.ts'; test('x', async (context) => { let shop; try { shop = await import(gone); } catch { context.skip(); } expect(shop.total([])).toBe(0); });",
      'TEST005 x',
    ],
  ])('are told apart: %s', (_, body, finding) => {
    expect(script(body)).toEqual([finding]);
  });

  it('are left to a person when only types stand in them', () => {
    expect(script("test('x', () => { type Row = Expect<Equal<1, 2>>; });")).toEqual([
      'TEST001 x ?',
    ]);
  });

  it('leave honest ones alone, with markup and types', () => {
    const found = reviewOf({
      'src/page.test.tsx': `
test('renders', () => { const page = <Page><b>a</b></Page>; expect(page.toString()).toBe('<b>a</b>'); });
test('renders plain markup', () => { const page = <p>a</p>; expect(page.toString()).toBe('<p>a</p>'); });
test('renders nothing', () => { const page = <></>; expect(page.toString()).toBe(''); });
test('renders its own', () => { const Any = () => [<p />]; expect((<Any />).toString()).toBe('<p></p>'); });
test('hands over', () => { const click = vi.fn(); render(<Page onClick={click} />); expect(click).toHaveBeenCalled(); });
test('hands on', () => { const next = vi.fn(); guard(() => 1)('a', next); expect(next).toHaveBeenCalled(); });
test('types', () => { const row = 1 as Row; expectTypeOf(row).toEqualTypeOf<number>(); });`,
    });
    expect(found).toEqual([]);
  });

  it('leave honest ones alone', () => {
    expect(
      script(`
test('is put in place', async () => { const write = vi.fn(); Object.defineProperty(globalThis, 'pen', { value: { write } }); await total([1]); expect(write).toBeCalledWith(1); });
test('counts', () => { expect(total([1])).toBe(1); });
test('throws', () => { expect(() => total([])).not.toThrow(); });
test('calls back', () => { const seen: number[] = []; total([1]).valueOf(); on((n) => seen.push(n)); expect(seen).toEqual([1]); });
test('tallies', () => { let hits = 0; for (let i = 0; i < 9; i += 1) if (total([i]) > 0) hits += 1; expect(hits).toBe(9); });
test('is called back', () => { const seen: number[] = []; const on = (n: number) => { seen.push(n); }; total(on); expect(seen).toEqual([0, 1]); });
test('answers in its turn', () => { const late: boolean[] = []; const seat = { enter: () => late.push(total([])) }; total(seat); expect(late).toEqual([false]); });
test('is called by its name', () => { let called = false; function on() { called = true; } total(on); expect(called).toBe(true); });
test('is kept first', () => { let called = false; const on = () => { called = true; }; total(on); expect(called).toBe(true); });
test('is a method', () => { let hits = 0; total({ on() { hits += 1; } }); expect(hits).toBe(1); });
test('is a class', () => { let hits = 0; class Spy { on() { hits += 1; } } total(new Spy()); expect(hits).toBe(1); });
test('is set', () => { const log = vi.fn(); const till = total([]); till.log = log; till.run(); expect(log).toHaveBeenCalled(); });
test('spies', () => { const log = vi.fn(); total(log); expect(log).toHaveBeenCalled(); });`),
    ).toEqual([]);
  });
});

describe('honest Python tests are left alone', () => {
  it.each([
    [
      'what a fixture handed on',
      'def test_a(till, mock_bank):\n    till.pay(1)\n    mock_bank.pay.assert_called_once_with(1)\n',
    ],
    [
      'a mock that a patch puts in place',
      'def test_a():\n    bank = MagicMock()\n    with patch("shop.money.bank", return_value=bank):\n        total([1])\n    bank.pay.assert_not_called()\n',
    ],
    [
      'a file called like a mock',
      'def test_a(tmp_path):\n    sentinel = tmp_path / "run"\n    total([1])\n    assert not sentinel.exists()\n',
    ],
    [
      'a signal that real code gives',
      'def test_a():\n    done = threading.Event()\n    @on(1)\n    def go():\n        done.set()\n    emit(1)\n    assert done.wait(timeout=2)\n',
    ],
    [
      'classes that no runner takes for tests',
      'class TestDouble:\n    def __init__(self, x): self.x = x\n    def test_a(self): pass\nclass TestPart:\n    __test__ = False\n    def test_b(self): pass\n',
    ],
    [
      'a test for one system',
      'try:\n    from shop.money import extra\nexcept ImportError:\n    extra = None\n@pytest.mark.skipif(sys.platform == "win32", reason="no signals")\ndef test_a():\n    assert total([1]) == 1\n',
    ],
  ])('%s', (_, body) => {
    expect(python(body)).toEqual([]);
  });
});

describe('what tests of one tree share', () => {
  it('is read once, however many tests there are', () => {
    const tests = Array.from(
      { length: 20 },
      (_, at) => `def test_${at}():\n    look_at(total([${at}]))\n`,
    );
    const { model } = loadModel(
      openTexts({
        ...own,
        'shop/checks.py':
          'def look_at(value):\n    compare(value)\ndef compare(value):\n    assert value\n',
        'tests/test_money.py': `from shop.money import total\nfrom shop.checks import look_at\n${tests.join('')}`,
      }),
      AuditManifestSchema.parse({}),
    );
    const asked: string[] = [];
    const { drafts, tests: found } = findFruitlessTests({
      ...model,
      bodiesOf: (path) => {
        asked.push(path);
        return model.bodiesOf(path);
      },
    });
    expect([found, drafts]).toEqual([20, []]);
    // Two helpers of one file, and the tests with the top of their own.
    expect(asked.filter((path) => path === 'shop/checks.py')).toHaveLength(2);
    expect(asked.filter((path) => path === 'tests/test_money.py')).toHaveLength(2);
  });
});
