/** What a test may change and must leave as it was, as it stands now. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
  /** Servers that listen in this process. */
  readonly servers: number;
  /** Whether somebody has put another clock in place. */
  readonly realTime: boolean;
}

const { now: trueNow } = Date;
const trueTimeout = globalThis.setTimeout;

/** Looks at everything that a test could leave behind for the next one. */
export function lookAround(): Surroundings {
  return {
    environment: { ...process.env },
    folder: process.cwd(),
    servers: process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length,
    realTime: Date.now === trueNow && globalThis.setTimeout === trueTimeout,
  };
}

/** What is different now: one sentence per leak. */
export function findLeaks(before: Surroundings, after: Surroundings): string[] {
  const names = new Set([...Object.keys(before.environment), ...Object.keys(after.environment)]);
  const changed = [...names].filter((name) => before.environment[name] !== after.environment[name]);
  const opened = after.servers - before.servers;
  return [
    ...changed.map((name) => `it left process.env.${name} changed`),
    ...(before.folder === after.folder ? [] : [`it left the working folder at ${after.folder}`]),
    ...(opened > 0 ? [`it left ${opened} server${opened === 1 ? '' : 's'} listening`] : []),
    ...(after.realTime || !before.realTime ? [] : ['it left another clock in place']),
  ];
}

/** Puts back what can be put back, so that one leak is told once. */
export function restore({ environment, folder }: Surroundings): void {
  for (const name of Object.keys(process.env)) {
    if (environment[name] === undefined) delete process.env[name];
  }
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && process.env[name] !== value) process.env[name] = value;
  }
  if (process.cwd() !== folder) process.chdir(folder);
}
