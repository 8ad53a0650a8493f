import { parse } from 'yaml';
import { z } from 'zod';

const StepSchema = z.looseObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  env: z.record(z.string(), z.unknown()).default({}),
});
const JobSchema = z.looseObject({
  'timeout-minutes': z.number().optional(),
  uses: z.string().optional(),
  permissions: z.unknown().optional(),
  steps: z.array(StepSchema).default([]),
});
const WorkflowSchema = z.looseObject({
  permissions: z.unknown().optional(),
  jobs: z.record(z.string(), JobSchema).default({}),
  /** Of a composite action. */
  runs: z.looseObject({ steps: z.array(StepSchema).default([]) }).optional(),
  inputs: z.record(z.string(), z.unknown()).default({}),
});
type Workflow = z.output<typeof WorkflowSchema>;
type Step = z.output<typeof StepSchema>;

/** What a repository gives to its CI: workflows and actions by path, and its Dependabot file. */
export interface CiFiles {
  readonly workflows: Readonly<Record<string, string>>;
  readonly dependabot: string | undefined;
}

interface Rule {
  readonly id: string;
  /** One sentence per breach. */
  readonly breaches: (workflow: Workflow) => string[];
}

/** The names a job's steps and an action's steps are told by. */
function stepsOf({ jobs, runs }: Workflow): { readonly place: string; readonly step: Step }[] {
  const all = [...Object.entries(jobs), ['runs', runs ?? { steps: [] }] as const];
  return all.flatMap(([place, { steps }]) =>
    steps.map((step, index) => ({ place: `${place}, step ${index + 1}`, step })),
  );
}

const noExpressionInRun: Rule = {
  id: 'no-expression-in-run',
  breaches: (workflow) =>
    stepsOf(workflow).flatMap(({ place, step }) =>
      step.run?.includes('${{') === true ? [`${place}: an expression inside "run"`] : [],
    ),
};

/** The least that there is; a job that needs more says so itself, and what exactly. */
const leastPermissions: Rule = {
  id: 'permissions',
  breaches({ permissions, jobs, runs }) {
    if (runs !== undefined) return [];
    const grants = z.record(z.string(), z.enum(['read', 'none'])).safeParse(permissions);
    const blanket = Object.entries(jobs).filter(([, job]) => typeof job.permissions === 'string');
    return [
      ...(grants.success ? [] : ['the workflow sets no permissions, or grants more than reading']),
      ...blanket.map(([name]) => `${name}: permissions in one word`),
    ];
  },
};

const timeouts: Rule = {
  id: 'timeouts',
  breaches: ({ jobs }) =>
    Object.entries(jobs).flatMap(([name, job]) =>
      job['timeout-minutes'] === undefined ? [`${name}: no timeout-minutes`] : [],
    ),
};

/** What somebody fills in may stand in `env` and nowhere else that is carried out. */
const inputsByEnvironment: Rule = {
  id: 'inputs-by-environment',
  breaches: (workflow) =>
    stepsOf(workflow).flatMap(({ place, step }) =>
      /\b(?:inputs|github\.event\.inputs)\b/.test(JSON.stringify({ ...step, env: {} }))
        ? [`${place}: an input outside of "env"`]
        : [],
    ),
};

const pinnedByTag: Rule = {
  id: 'pinned',
  breaches(workflow) {
    const used = [
      ...stepsOf(workflow).map(({ step }) => step.uses),
      ...Object.values(workflow.jobs).map(({ uses }) => uses),
    ].filter((uses) => uses !== undefined && !uses.startsWith('./'));
    return used
      .filter((uses) => !/@(?:v\d+\.\d+\.\d+|[\da-f]{40})$/.test(uses ?? ''))
      .map((uses) => `${uses}: not pinned to one release`);
  },
};

export const workflowRules: readonly Rule[] = [
  noExpressionInRun,
  leastPermissions,
  timeouts,
  inputsByEnvironment,
  pinnedByTag,
];

const DependabotSchema = z.looseObject({
  version: z.literal(2),
  updates: z.array(z.looseObject({ 'package-ecosystem': z.string() })),
});

/** Every breach of the five rules: `path: rule: sentence`. Pins count only while something moves them. */
export function judgeWorkflows({ workflows, dependabot }: CiFiles): string[] {
  const found = Object.entries(workflows).flatMap(([path, text]) => {
    const workflow = WorkflowSchema.parse(parse(text));
    if (stepsOf(workflow).length === 0) return [`${path}: nothing: it has no step to judge`];
    return workflowRules.flatMap(({ id, breaches }) =>
      breaches(workflow).map((breach) => `${path}: ${id}: ${breach}`),
    );
  });
  return [...found, ...judgeDependabot(dependabot)];
}

function judgeDependabot(text: string | undefined): string[] {
  const parsed = DependabotSchema.safeParse(text === undefined ? undefined : parse(text));
  const moves =
    parsed.success &&
    parsed.data.updates.some((update) => update['package-ecosystem'] === 'github-actions');
  return moves ? [] : ['dependabot: pinned: nothing moves the pinned actions'];
}
