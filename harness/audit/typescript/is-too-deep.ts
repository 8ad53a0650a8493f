/** Nested deeper than this, the native parser may run out of stack, and that ends the whole process. */
const deepestBrackets = 1500;
const deepestAngles = 1500;
/** `a => b => …`, `a ? b : c ? …`, `if (a) if (b) …`, `a = b = …` nest without brackets. */
const longestRun = 3000;
/** A chain of `else if` nests as well, in spite of its braces. */
const longestChain = 3000;

function isNestingWord(text: string, at: number): boolean {
  return text.startsWith('if', at) || text.startsWith('new', at);
}

/**
 * True for source that nests deeper than anybody writes: it is told as a problem instead of being parsed. Strings
 * and comments are counted too; a file whose strings alone nest that deep is none to learn from.
 */
export function isTooDeep(text: string): boolean {
  let brackets = 0;
  let angles = 0;
  let run = 0;
  for (let at = 0; at < text.length; at += 1)
    switch (text.charCodeAt(at)) {
      case 0x28: // (
      case 0x5b: // [
      case 0x7b: // {
        brackets += 1;
        if (brackets > deepestBrackets) return true;
        break;
      case 0x29: // )
      case 0x5d: // ]
        brackets -= brackets > 0 ? 1 : 0;
        break;
      case 0x7d: // }
        brackets -= brackets > 0 ? 1 : 0;
        run = 0;
        break;
      case 0x3c: // <
        angles += 1;
        if (angles > deepestAngles) return true;
        break;
      case 0x3e: // >
        angles -= angles > 0 ? 1 : 0;
        break;
      case 0x3b: // ;
        angles = 0;
        run = 0;
        break;
      case 0x2c: // ,
        run = 0;
        break;
      case 0x3d: // =
      case 0x3f: // ?
      case 0x3a: // :
        run += 1;
        if (run > longestRun) return true;
        break;
      case 0x69: // i
      case 0x6e: // n
        if (isNestingWord(text, at)) run += 1;
        break;
      default:
    }
  return text.split(/\belse\s+if\b/, longestChain + 1).length > longestChain;
}
