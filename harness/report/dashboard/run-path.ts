/** Where the report of a run stands, relative to the dashboard; the same on disk and on the server. */
export function runPath(runId: string): string {
  return `runs/${encodeURIComponent(runId)}.html`;
}
