/** A tool to call, as the script has it. */
export interface PlannedCall {
  readonly tool: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** One thought, then tools at once, then words. */
export interface Act {
  readonly reasoning: string;
  readonly calls: readonly PlannedCall[];
  /** Spoken after the results of the calls, each as one delta. */
  readonly pieces: readonly string[];
}

export interface Intent {
  readonly usage: string;
  readonly sentence: string;
  /** `argument` is what follows the word; undefined when it does not fit. */
  readonly plan: (argument: string) => Act | undefined;
}

const longestAnswer = 10_000;
const longestWorkMs = 600_000;
const largestResult = 4_000_000;

function call(tool: string, parameters: PlannedCall['parameters']): PlannedCall {
  return { tool, parameters };
}

function readNumber(argument: string, most: number): number | undefined {
  const number = /^\d+$/.test(argument) ? Number(argument) : Number.NaN;
  return number >= 1 && number <= most ? number : undefined;
}

function useTools(reasoning: string, ...calls: PlannedCall[]): Act {
  return { reasoning, calls, pieces: [] };
}

/** The script language of the agent, a word each. Several may stand in one message, joined by ` ; `. */
export const intents = {
  echo: {
    usage: 'echo TEXT',
    sentence: 'gives TEXT back through a tool',
    plan: (text) =>
      text === '' ? undefined : useTools('I repeat that through a tool.', call('echo', { text })),
  },
  count: {
    usage: 'count NAME',
    sentence: 'adds one to a counter of this user and says its new value',
    plan: (name) =>
      /^\S{1,64}$/.test(name)
        ? useTools('I count one further.', call('count', { name }))
        : undefined,
  },
  slow: {
    usage: 'slow MS',
    sentence: 'works MS milliseconds in a tool that can be cancelled',
    plan: (argument) => {
      const ms = readNumber(argument, longestWorkMs);
      return ms === undefined ? undefined : useTools('This takes a while.', call('slow', { ms }));
    },
  },
  fail: {
    usage: 'fail',
    sentence: 'calls a tool that throws; the run still completes',
    plan: () => useTools('I try something that breaks.', call('fail', {})),
  },
  parallel: {
    usage: 'parallel A B',
    sentence: 'gives A and B back through two tools at once',
    plan: (argument) => {
      const words = argument.split(/\s+/);
      if (words.length !== 2 || words.includes('')) return undefined;
      return useTools('Two things at once.', ...words.map((text) => call('echo', { text })));
    },
  },
  long: {
    usage: 'long N',
    sentence: 'streams an answer in N pieces, with characters beyond the basic plane',
    plan: (argument) => {
      const count = readNumber(argument, longestAnswer);
      if (count === undefined) return undefined;
      const pieces = Array.from({ length: count }, (_, index) => `piece ${index + 1} 🌍𝄞é. `);
      return { reasoning: 'That needs many words.', calls: [], pieces };
    },
  },
  plain: {
    usage: 'plain TEXT',
    sentence: 'answers TEXT without a tool',
    plan: (text) => ({ reasoning: 'No tool is needed.', calls: [], pieces: [text] }),
  },
  ghost: {
    usage: 'ghost',
    sentence: 'asks for a tool that does not exist; it is refused and never announced',
    plan: () => useTools('I ask for a tool I do not have.', call('ghost', {})),
  },
  overrun: {
    usage: 'overrun',
    sentence: 'calls a tool that exceeds its own timeout',
    plan: () => useTools('This will not end in time.', call('overrun', {})),
  },
  large: {
    usage: 'large N',
    sentence: 'calls a tool whose result has N characters',
    plan: (argument) => {
      const size = readNumber(argument, largestResult);
      return size === undefined ? undefined : useTools('I fetch a lot.', call('large', { size }));
    },
  },
} as const satisfies Record<string, Intent>;

export type IntentName = keyof typeof intents;
