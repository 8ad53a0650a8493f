/**
 * @typedef {import('../../../contract/timeline.ts').Timeline} Timeline
 * @typedef {import('../../../contract/check-result.ts').CheckResult} CheckResult
 * @typedef {import('./unpack.client.js').Mark} Mark
 * @typedef {{ from: number, to: number, row: number, tool: string, bad: boolean, open: boolean, replay: boolean }} Bar
 *   a tool from its announcement to its completion; `open` when it never completed
 * @typedef {{ connection: string, user: string, marks: Mark[], bars: Bar[], rows: number, accused: Map<Mark, string> }} Lane
 *   `accused`: marks that a failed check named as its witness, with the id of that check
 */

/** More rows than this would be too thin to see; what overlaps beyond that shares the first. */
const mostRows = 3;

const openers = new Set(['tool_executing']);
const closers = new Set(['tool_completed']);
const badOutcomes = new Set(['failed', 'cancelled', 'timed_out', 'interrupted']);

/**
 * What the page draws of one timeline: marks in order of time, tools as bars, witnesses pointed out.
 * @param {Timeline} timeline
 * @param {readonly Mark[]} marks
 * @param {readonly CheckResult[]} checks
 * @returns {Lane[]}
 */
export function prepareLanes(timeline, marks, checks) {
  const accused = accusedMarks(timeline, checks);
  const ofLane = Map.groupBy(marks, ({ lane }) => lane);
  return timeline.lanes.map(({ connection, user }, index) => {
    const own = ofLane.get(index) ?? [];
    const ordered = own.toSorted((left, right) => left.at - right.at || left.n - right.n);
    const bars = barsOf(ordered);
    return {
      connection,
      user,
      marks: ordered,
      bars,
      rows: bars.reduce((most, bar) => Math.max(most, bar.row + 1), 1),
      accused: new Map(
        ordered.flatMap((mark) => {
          const check = accused.get(mark.index);
          return check === undefined ? [] : [[mark, check]];
        }),
      ),
    };
  });
}

/**
 * Which marks failed checks name. Record numbers repeat from history to history; with connection and time they do not.
 * @param {Timeline} timeline @param {readonly CheckResult[]} checks @returns {Map<number, string>}
 */
function accusedMarks({ witnesses }, checks) {
  /** @type {Map<number, string>} */
  const accused = new Map();
  for (const { mark, connection, n, at } of witnesses) {
    const check = checks.find((one) =>
      one.witnesses.some(({ raw }) =>
        raw.some((frame) => frame.n === n && frame.at === at && frame.connection === connection),
      ),
    );
    if (check !== undefined) accused.set(mark, check.id);
  }
  return accused;
}

/**
 * Pairs announcements with completions by call; tools that overlap get rows of their own.
 * @param {Mark[]} marks @returns {Bar[]}
 */
function barsOf(marks) {
  /** @type {Map<string, Bar>} */
  const open = new Map();
  /** @type {Bar[]} */
  const bars = [];
  /** @type {Bar[]} The latest bar of each row. */
  const rows = [];
  for (const mark of marks) {
    const key = `${mark.run ?? ''} ${mark.call ?? ''} ${mark.replay === true ? 'again' : ''}`;
    if (openers.has(mark.kind)) {
      const free = rows.findIndex((bar) => !bar.open && bar.to <= mark.at);
      const row = (free === -1 ? rows.length : free) % mostRows;
      const bar = startBar(mark, row);
      rows[row] = bar;
      open.set(key, bar);
      bars.push(bar);
    } else if (closers.has(mark.kind)) {
      const bar = open.get(key);
      if (bar === undefined) continue;
      open.delete(key);
      bar.to = mark.at;
      bar.open = false;
      bar.bad = badOutcomes.has(mark.outcome ?? '');
    }
  }
  const end = marks.at(-1)?.at ?? 0;
  for (const bar of open.values()) bar.to = Math.max(end, bar.from);
  return bars;
}

/** @param {Mark} mark @param {number} row @returns {Bar} */
function startBar(mark, row) {
  const tool = mark.tool ?? mark.call ?? 'tool';
  return {
    from: mark.at,
    to: mark.at,
    row,
    tool,
    bad: true,
    open: true,
    replay: mark.replay === true,
  };
}

/** @param {readonly Lane[]} lanes @returns {{ first: number, last: number }} */
export function extentOf(lanes) {
  const firsts = lanes.flatMap(({ marks }) => marks.at(0)?.at ?? []);
  const lasts = lanes.flatMap(({ marks }) => marks.at(-1)?.at ?? []);
  return lasts.length === 0
    ? { first: 0, last: 1 }
    : { first: Math.min(...firsts), last: Math.max(...lasts) };
}

/**
 * Where the first failure of a timeline shows.
 * @param {readonly Lane[]} lanes @returns {{ lane: number, at: number } | undefined}
 */
export function firstAccused(lanes) {
  return lanes
    .flatMap(({ accused }, lane) => [...accused.keys()].map(({ at }) => ({ lane, at })))
    .toSorted((left, right) => left.at - right.at)
    .at(0);
}

/**
 * Index of the first mark at or after a time.
 * @param {readonly { at: number }[]} marks @param {number} at @returns {number}
 */
export function firstFrom(marks, at) {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.at ?? Infinity) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Index of the mark nearest in time, or -1 in an empty lane.
 * @param {Lane} lane @param {number} at @returns {number}
 */
export function nearestMark(lane, at) {
  const next = firstFrom(lane.marks, at);
  const after = lane.marks[next];
  const before = lane.marks[next - 1];
  if (after === undefined) return next - 1;
  if (before === undefined) return next;
  return at - before.at <= after.at - at ? next - 1 : next;
}
