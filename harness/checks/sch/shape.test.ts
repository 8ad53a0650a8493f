import { expect, test } from 'vitest';
import { contradicts, readShape } from './shape.ts';

test('what a transport writes around an object is not its shape', () => {
  const alone = readShape('{"run_id":"r","text":"a"}');
  expect(readShape('42["message_delta",{"run_id":"r","text":"a"},"offset-1"]')).toEqual(alone);
});

test('two packets of one event contradict each other as their objects do', () => {
  const text = readShape('42["done",{"result":"a"}]');
  const number = readShape('42["done",{"result":1}]');
  expect(contradicts(text, number)).toBe('result is a string in one and a number in the other');
});

test.each(['', '42', '42["name"', 'true', '["a","b"]'])('%j has no shape', (raw) => {
  expect(readShape(raw)).toEqual(new Map());
});
