import { parseSync, rawTransferSupported, type ParseResult } from 'oxc-parser';

let hasFastWay = rawTransferSupported();

/**
 * Parses TypeScript or JavaScript; never throws on source that is wrong. The tree is handed over through shared memory,
 * which takes half the time of handing it over as text; where that much address space is not to be had, as text.
 */
export function parseSource(path: string, text: string): ParseResult {
  if (hasFastWay)
    try {
      // The declarations of the package leave this option out.
      const options: object = { experimentalRawTransfer: true };
      return parseSync(path, text, options);
    } catch {
      hasFastWay = false;
    }
  return parseSync(path, text);
}
