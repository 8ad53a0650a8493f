/** One launch: measures every arm once the compiler has settled, and prints the medians as JSON. */
import { aiSdk } from './arms/ai-sdk.ts';
import { bare } from './arms/bare.ts';
import {
  dispatcher,
  dispatcherSerialising,
  dispatcherWithContext,
  dispatcherWithSignal,
} from './arms/dispatcher.ts';
import { langchain } from './arms/langchain.ts';
import { mcpPerRequest, openMcpCall } from './arms/mcp.ts';
import { claims } from './claims.ts';
import { interleave } from './interleave.ts';
import { median } from './median.ts';

export interface Launch {
  readonly arms: readonly { readonly id: string; readonly title: string; readonly ns: number }[];
  /** Median of the ratios within one round, for each claim. */
  readonly ratios: readonly number[];
}

const arms = [
  bare,
  dispatcher,
  dispatcherWithContext,
  dispatcherWithSignal,
  dispatcherSerialising,
  await openMcpCall(),
  langchain,
  aiSdk,
  mcpPerRequest,
];
const rounds = await interleave(arms, Number(process.argv[2]));
for (const arm of arms) await arm.close?.();

const timesOf = (id: string) => {
  const place = arms.findIndex((arm) => arm.id === id);
  return rounds.map((row) => row[place] ?? Number.NaN);
};
const launch: Launch = {
  arms: arms.map(({ id, title }) => ({ id, title, ns: median(timesOf(id)) })),
  ratios: claims.map(({ arm, over }) => {
    const base = timesOf(over);
    return median(timesOf(arm).map((ns, round) => ns / (base[round] ?? Number.NaN)));
  }),
};
process.stdout.write(JSON.stringify(launch));
