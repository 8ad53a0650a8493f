/** Types that only say when or whether a value comes: what they wrap is what a function returns. */
const carriers = new Set([
  'Optional',
  'Union',
  'Awaitable',
  'Coroutine',
  'Promise',
  'PromiseLike',
  'Iterator',
  'AsyncIterator',
  'Generator',
  'AsyncGenerator',
  'Iterable',
  'AsyncIterable',
  'ContextManager',
  'AsyncContextManager',
  'AbstractContextManager',
  'AbstractAsyncContextManager',
  'Annotated',
  'Readonly',
  'NonNullable',
  'None',
  'null',
  'undefined',
  'void',
  'Any',
  'never',
]);

/** Annotations already read: a tree has few, and they are asked for again and again. */
const alreadyRead = new Map<string, readonly string[]>();
/** A tree with more distinct ones has generated code, whose annotations come once. */
const mostKept = 100_000;

/**
 * Names of the types a return annotation can stand for: `Optional[A]` and `Promise<A | null>` give `A`,
 * a list or a dictionary of `A` gives nothing.
 */
export function returnedTypeNames(annotation: string): readonly string[] {
  if (annotation === '') return [];
  let names = alreadyRead.get(annotation);
  if (names === undefined) {
    if (alreadyRead.size >= mostKept) alreadyRead.clear();
    alreadyRead.set(annotation, (names = readTypeNames(annotation)));
  }
  return names;
}

function readTypeNames(annotation: string): string[] {
  const names: string[] = [];
  const words = /[\w$.]+|[[\]<>()|,&{}=]/g;
  let depthOfForeign = 0;
  const stack: boolean[] = [];
  let last = '';
  for (const [token] of annotation.replaceAll(/['"]/g, '').matchAll(words)) {
    if (token === '[' || token === '<') {
      const foreign = last !== '' && !carriers.has(last.slice(last.lastIndexOf('.') + 1));
      stack.push(foreign);
      if (foreign) depthOfForeign += 1;
    } else if (token === ']' || token === '>') {
      if (stack.pop() === true) depthOfForeign -= 1;
    } else if (token === '{' || token === '(') depthOfForeign += 1;
    else if (token === '}' || token === ')') depthOfForeign -= 1;
    else if (/^[\w$]/.test(token)) {
      last = token;
      if (depthOfForeign === 0 && !carriers.has(token.slice(token.lastIndexOf('.') + 1)))
        names.push(token);
      continue;
    }
    last = '';
  }
  return names;
}
