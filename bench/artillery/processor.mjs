// Artillery would bundle a `.ts` processor with a compiler of its own; behind this door Node reads the types away itself.
export { logIn, takeTurn } from './processor.ts';
