import type { BusinessValue } from 'golden-path';

interface Stakes {
  /** Ids of the feature table that a journey covers. */
  readonly covers: string[];
  /** Who loses what when it breaks. */
  readonly value: BusinessValue;
}

const people = 'everyone who chats';

const stakesByJourney: Readonly<Record<string, Stakes>> = {
  'golden-path': {
    covers: ['E13', 'E14', 'E17', 'E26', 'E30', 'W5', 'W6'],
    value: {
      segment: people,
      goal: 'ask, follow the agent and get the answer',
      impact: 'this is the product: without it there is none',
    },
  },
  truth: {
    covers: ['E3', 'E4', 'J1', 'W8'],
    value: {
      segment: people,
      goal: 'rely on what the agent says it did',
      impact: 'an announced tool that never ran is a lie with consequences',
    },
  },
  'failing-tool': {
    covers: ['W1', 'W7'],
    value: {
      segment: people,
      goal: 'be told when something did not work',
      impact: 'a failure told as success is acted upon',
    },
  },
  counting: {
    covers: ['E18', 'E21'],
    value: {
      segment: 'whoever lets the agent act',
      goal: 'have every action happen once',
      impact: 'a reconnect that orders twice costs real money',
    },
  },
  absent: {
    covers: ['E20', 'E21'],
    value: {
      segment: 'people on trains and phones',
      goal: 'ask, leave, and find the work done',
      impact: 'what the agent does depends on whether somebody watches',
    },
  },
  cancel: {
    covers: ['W9'],
    value: {
      segment: people,
      goal: 'stop an agent that goes astray',
      impact: 'an agent that cannot be stopped is not let loose',
    },
  },
  resume: {
    covers: ['E18', 'E19', 'E20', 'E21', 'E29'],
    value: {
      segment: 'people on trains and phones',
      goal: 'lose the network and nothing else',
      impact: 'half an answer looks like a whole one',
    },
  },
  'resume-early': {
    covers: ['E20', 'E29'],
    value: {
      segment: 'people on trains and phones',
      goal: 'come back to a run that had only begun',
      impact: 'a message that vanishes is sent again, and paid again',
    },
  },
  'two-tabs': {
    covers: ['E34', 'W2'],
    value: {
      segment: 'people with two windows open',
      goal: 'see the same run in both',
      impact: 'two windows that disagree destroy trust in either',
    },
  },
  loyal: {
    covers: ['E18'],
    value: {
      segment: 'the operators',
      goal: 'restart a server without asking anybody',
      impact: 'deployments wait for the night',
    },
  },
  renewal: {
    covers: ['W9'],
    value: {
      segment: 'people with long conversations',
      goal: 'stay logged in while the agent works',
      impact: 'long tasks, the valuable ones, break first',
    },
  },
  trespass: {
    covers: ['U4', 'W4'],
    value: {
      segment: 'every customer with confidential data',
      goal: 'know that an id is not a key',
      impact: 'whoever learns an id reads a stranger’s conversation',
    },
  },
  'ways-in': {
    covers: ['E2', 'W9'],
    value: {
      segment: 'developers of clients that are no browsers',
      goal: 'come in with the credential they have',
      impact: 'one kind of client stays outside, and the tests come another way',
    },
  },
  hasty: {
    covers: ['E32', 'W9'],
    value: {
      segment: people,
      goal: 'hear of every message what became of it',
      impact: 'a message that a limit swallowed is waited for in vain',
    },
  },
  overrun: {
    covers: ['W1', 'W7'],
    value: {
      segment: people,
      goal: 'get an end, whatever a tool does',
      impact: 'one slow tool takes the whole answer with it, and nobody learns which',
    },
  },
  denials: {
    covers: ['E2', 'W9'],
    value: {
      segment: 'every customer',
      goal: 'know that the door is locked',
      impact: 'an open door is found by those who look for it',
    },
  },
  revoked: {
    covers: ['W9'],
    value: {
      segment: 'the security team',
      goal: 'shut somebody out now',
      impact: 'a stolen login stays open until it expires',
    },
  },
  logout: {
    covers: ['W9'],
    value: {
      segment: 'people on shared machines',
      goal: 'leave nothing behind',
      impact: 'the next one at the desk goes on in their name',
    },
  },
  abuse: {
    covers: ['E15', 'E31'],
    value: {
      segment: 'developers of clients',
      goal: 'learn from an error what was wrong',
      impact: 'one bad message takes the conversation down',
    },
  },
  watchful: {
    covers: ['E25'],
    value: {
      segment: people,
      goal: 'wait for a slow tool without being cut off',
      impact: 'the longest, dearest runs die in silence',
    },
  },
  burst: {
    covers: ['E32', 'E33'],
    value: {
      segment: people,
      goal: 'read a long answer as it is written',
      impact: 'letters are missing where the answer was longest',
    },
  },
  'long-answer': {
    covers: ['E27', 'E32'],
    value: {
      segment: people,
      goal: 'read every word of a long answer',
      impact: 'a missing sentence changes what the answer says',
    },
  },
  'same-words': {
    covers: ['W2', 'W4'],
    value: {
      segment: 'everybody who asks what others ask too',
      goal: 'get an answer of their own to a common question',
      impact: 'a cache that mixes users up gives one of them the other’s data',
    },
  },
  'slow-consumer': {
    covers: ['E23', 'E24'],
    value: {
      segment: 'everybody else on the same server',
      goal: 'not to suffer from one sleeping laptop',
      impact: 'one client that stops reading fills the memory of all',
    },
  },
};

/** What is at stake in a journey. Throws for one that nobody has thought about. */
export function stakes(journey: string): Stakes {
  const found = stakesByJourney[journey];
  if (found === undefined) throw new Error(`say in stakes.ts what the journey "${journey}" is for`);
  return found;
}
