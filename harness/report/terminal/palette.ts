import { styleText } from 'node:util';
import type { Standing } from '../summary/standing.ts';

type Paint = (text: string) => string;

/** One hue per quantity, the same everywhere: verdicts by standing, measured values cyan, context dim. */
export interface Palette {
  readonly standing: Readonly<Record<Standing, Paint>>;
  readonly title: Paint;
  readonly value: Paint;
  readonly context: Paint;
}

/** Whether there is colour was decided by whoever owns the stream; without it, the bytes are the same minus colour. */
export function openPalette(colour: boolean): Palette {
  const paint =
    (style: Parameters<typeof styleText>[0]): Paint =>
    (text) =>
      colour && text !== '' ? styleText(style, text, { validateStream: false }) : text;
  return {
    standing: {
      pass: paint('green'),
      fail: paint(['red', 'bold']),
      warn: paint('yellow'),
      unknown: paint('magenta'),
      none: paint('dim'),
    },
    title: paint('bold'),
    value: paint('cyan'),
    context: paint('dim'),
  };
}
