import type { Promises } from '../../../contract/promises.ts';
import {
  ProfileConfigSchema,
  type ProfileConfig,
  type ProfileConfigInput,
} from '../../../contract/profile-config.ts';
import { describeIssues } from '../../../contract/describe-issues.ts';
import { HarnessError } from '../../../contract/harness-error.ts';
import type { Profile } from '../../profile.ts';
import { modelPromises } from '../model-promises.ts';
import { findPlace } from './fill.ts';
import { findMisnamedPlaces } from './find-misnamed-places.ts';
import { intentsByTemplates } from './intents-by-templates.ts';
import { prepareProjection } from './project-by-rules.ts';
import { transportByConfig } from './transport-by-config.ts';

/**
 * Makes a profile of its description. Throws `CONFIG_INVALID` with one line per problem. `whose`: one of the
 * configuration keeps its description, so that it can be doubted.
 */
export function buildProfile(
  name: string,
  input: ProfileConfigInput,
  whose: 'built-in' | 'own' = 'built-in',
): Profile {
  const parsed = ProfileConfigSchema.safeParse(input);
  const problems = parsed.success
    ? problemsOf(parsed.data)
    : describeIssues(ProfileConfigSchema, parsed.error);
  if (!parsed.success || problems.length > 0) {
    throw new HarnessError('CONFIG_INVALID', problems.join('\n'), { where: `profile "${name}"` });
  }
  const config = parsed.data;
  return {
    name,
    transport: transportByConfig(config.transport),
    intents: intentsByTemplates(config),
    promises: promisesOf(config),
    project: prepareProjection(config),
    names: namesOf(config),
    ...(whose === 'own' ? { own: config } : {}),
  };
}

/** What types cannot say. */
function problemsOf(config: ProfileConfig): string[] {
  const { intents, frames } = config;
  const problems: string[] = findMisnamedPlaces(config);
  if (findPlace(intents.chat, 'key') === undefined) {
    problems.push(
      'intents.chat: no field is "$key"; put it where the target hands it back or ignores it',
    );
  }
  const said = new Set(frames.rules.flatMap(({ say }) => say));
  const wanted = ['agent_completed', 'agent_error', 'agent_cancelled'] as const;
  if (!wanted.some((kind) => said.has(kind))) {
    problems.push(
      'frames.rules: no rule says how a run ends; expected one that says agent_completed',
    );
  }
  return problems;
}

function promisesOf({ promises, transport }: ProfileConfig): Promises {
  const { kinds, deadlines, budgets, ...rest } = promises;
  const given = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value !== undefined),
  ) as Partial<Promises>;
  return {
    ...modelPromises,
    ...(transport.over === 'sse' ? { transport: 'stream' } : {}),
    ...given,
    kinds: { ...modelPromises.kinds, ...kinds },
    deadlines: { ...modelPromises.deadlines, ...withoutUndefined(deadlines ?? {}) },
    budgets: budgets ?? modelPromises.budgets,
  };
}

function withoutUndefined(value: object): Partial<Promises['deadlines']> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));
}

/** Names that the rules know, for whoever looks for the one that is missing. */
function namesOf({ frames }: ProfileConfig): string[] {
  return frames.rules.flatMap(({ when }) => {
    if (typeof when === 'string') return [when];
    if (Array.isArray(when)) return when;
    return [
      Object.entries(when)
        .map(([path, value]) => `${path} = ${JSON.stringify(value)}`)
        .join(', '),
    ];
  });
}
