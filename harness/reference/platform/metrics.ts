/** What the platform counts: name, Prometheus type, meaning. */
const metricTable = {
  golden_path_connections: ['gauge', 'Sockets that are open'],
  golden_path_active_runs: ['gauge', 'Runs in progress'],
  golden_path_runs_total: ['counter', 'Runs that were started'],
  golden_path_events_total: ['counter', 'Events that were numbered and stored'],
} as const satisfies Record<string, readonly ['gauge' | 'counter', string]>;

export type MetricName = keyof typeof metricTable;

/** Where each number comes from; read when somebody asks, so that counting costs nothing. */
export type MetricSources = Readonly<Record<MetricName, () => number>>;

/** Prometheus text exposition format 0.0.4. */
export function renderMetrics(sources: MetricSources): string {
  return Object.entries(metricTable)
    .map(([name, [type, help]]) => {
      const value = sources[name as MetricName]();
      return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${name} ${value}\n`;
    })
    .join('');
}
