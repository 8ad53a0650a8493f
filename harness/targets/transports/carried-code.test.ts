import { expect, it } from 'vitest';
import { carriedCode } from './carried-code.ts';

it('takes 1005 for a close frame that carries no code, and any other code for what it is', () => {
  expect(carriedCode(1005)).toEqual({});
  expect(carriedCode(1000)).toEqual({ code: 1000 });
});
