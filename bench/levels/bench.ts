/**
 * `npm run trials:levels [-- --series 400] [-- --seed levels] [-- --json]`: how often a change of level is seen where none is, and how
 * often one is found. The series are simulated, and said to be: nobody has a thousand histories of nights.
 */
import { parseArgs } from 'node:util';
import { findChangePoints } from '../../harness/perf/stats/change-points.ts';
import { createRandom, type Random } from '../../harness/perf/stats/random.ts';
import { judgeClaim, printClaims } from '../claim.ts';

const { values } = parseArgs({
  options: {
    series: { type: 'string', default: '400' },
    seed: { type: 'string', default: 'levels' },
    json: { type: 'boolean', default: false },
  },
});
const count = Number(values.series);

/** Close to normal: the sum of twelve, Irwin and Hall. */
const normal = (random: Random): number =>
  Array.from({ length: 12 }, random).reduce((sum, one) => sum + one, -6);

/** One run around level 1, by the noise that was measured of each kind (standard deviations 2.5 % and 12 %). */
const noises = {
  /** CPU time, and ratios to a control. */
  steady: (random: Random) => 1 + 0.025 * normal(random),
  /** Wall times where others work, too: one run in twelve is wild. */
  shared: (random: Random) =>
    Math.max(0.2, 1 + 0.12 * normal(random)) * (random() < 0.08 ? 1.3 + 1.7 * random() : 1),
} as const;
type Noise = keyof typeof noises;

/** As `measureTrends` asks: less than 5 % is no change. */
const minEffect = 0.05;
/** Runs before a change; found is what is placed within three of it. */
const before = 35;
const near = 3;

function draw(noise: Noise, runs: number, key: string, step = 1): number[] {
  const random = createRandom(`${values.seed} ${noise} ${runs} ${key}`);
  return Array.from(
    { length: runs },
    (_, nth) => noises[noise](random) * (nth < before ? 1 : step),
  );
}

const share = (holds: (nth: number) => boolean): number =>
  Array.from({ length: count }, (_, nth) => nth).filter(holds).length / count;

const falseAlarms = (noise: Noise, runs: number): number =>
  share((nth) => findChangePoints(draw(noise, runs, `${nth}`), { minEffect }).length > 0);

const found = (noise: Noise, step: number, after: number): number =>
  share((nth) =>
    findChangePoints(draw(noise, before + after, `${step} ${nth}`, step), { minEffect }).some(
      ({ index }) => Math.abs(index - before) <= near,
    ),
  );

const lengths = [10, 20, 30, 60, 120, 365];
const steps = [1.1, 1.2, 1.5];
const later = [5, 10, 25];

const rates = (Object.keys(noises) as Noise[]).map((noise) => ({
  noise,
  falseAlarms: lengths.map((runs) => ({ runs, share: falseAlarms(noise, runs) })),
  found: steps.flatMap((step) =>
    later.map((after) => ({ step, after, share: found(noise, step, after) })),
  ),
}));

const year = Array.from({ length: 20 }, (_, nth) => draw('steady', 365, `time ${nth}`));
const start = performance.now();
for (const series of year) findChangePoints(series, { minEffect });
const millisecondsPerVerdict = (performance.now() - start) / year.length;

const worstAlarm = (noise: Noise): number =>
  Math.max(
    ...rates.flatMap((rate) =>
      rate.noise === noise ? rate.falseAlarms.map((one) => one.share) : [],
    ),
  );
const foundOf = (noise: Noise, step: number, after: number): number =>
  rates
    .find((rate) => rate.noise === noise)
    ?.found.find((one) => one.step === step && one.after === after)?.share ?? 0;

const claims = [
  judgeClaim({
    id: 'alarms-steady',
    title: 'false alarms on CPU times and ratios, at the worst length',
    value: 100 * worstAlarm('steady'),
    unit: '%',
    limit: 1,
    better: 'lower',
  }),
  judgeClaim({
    id: 'alarms-shared',
    title: 'false alarms on wall times of a shared machine, likewise',
    value: 100 * worstAlarm('shared'),
    unit: '%',
    limit: 2,
    better: 'lower',
  }),
  judgeClaim({
    id: 'found-steady',
    title: '10 % found ten runs later on CPU times and ratios',
    value: 100 * foundOf('steady', 1.1, 10),
    unit: '%',
    limit: 95,
    better: 'higher',
  }),
  judgeClaim({
    id: 'found-shared',
    title: '50 % found ten runs later on wall times of a shared machine',
    value: 100 * foundOf('shared', 1.5, 10),
    unit: '%',
    limit: 80,
    better: 'higher',
  }),
];
const percent = (one: number): string => `${(100 * one).toFixed(1)} %`.padStart(8);
const rows = rates.flatMap((rate) => [
  `${rate.noise}: false alarms   ${rate.falseAlarms.map(({ runs, share: one }) => `${runs} runs ${percent(one)}`).join('  ')}`,
  ...steps.map(
    (step) =>
      `${rate.noise}: +${Math.round(100 * (step - 1))} % found    ${rate.found
        .filter((one) => one.step === step)
        .map(({ after, share: one }) => `${after} later ${percent(one)}`)
        .join('  ')}`,
  ),
]);
process.stdout.write(
  values.json
    ? `${JSON.stringify({ simulated: true, series: count, seed: values.seed, rates, millisecondsPerVerdict, claims }, undefined, 2)}\n`
    : `${count} simulated series a cell, seed "${values.seed}"; ${millisecondsPerVerdict.toFixed(1)} ms for a series of 365 runs\n${rows.join('\n')}\n${printClaims(claims)}`,
);
process.exitCode = claims.some(({ verdict }) => verdict === 'broken') ? 1 : 0;
