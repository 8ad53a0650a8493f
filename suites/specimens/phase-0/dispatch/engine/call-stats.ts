export interface CallStats {
  readonly calls: number;
  readonly failures: number;
}

const stats = new Map<string, CallStats>();

export function countCall(tool: string, worked: boolean): void {
  const { calls, failures } = stats.get(tool) ?? { calls: 0, failures: 0 };
  stats.set(tool, { calls: calls + 1, failures: failures + (worked ? 0 : 1) });
}

export function readStats(): ReadonlyMap<string, CallStats> {
  return stats;
}
