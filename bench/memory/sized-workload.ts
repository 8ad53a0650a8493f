/**
 * A process whose heap snapshot has about 12 MB, as that of a middling server; `?leak` in its URL keeps every request.
 */
class RequestContext {
  readonly parameters: { readonly text: string };

  constructor(nth: number) {
    this.parameters = { text: `request ${nth}` };
  }
}

const leaks = new URL(import.meta.url).searchParams.has('leak');

/** What a server holds anyway: routes, schemas, caches. */
export const furniture = Array.from({ length: 24_000 }, (_, nth) => ({
  name: `entry ${nth}`,
  nth: [nth],
}));

const finished: RequestContext[] = [];

export const watched = [RequestContext];

export function run(requests: number): number {
  for (let nth = 0; nth < requests; nth += 1) {
    const context = new RequestContext(nth);
    if (leaks) finished.push(context);
  }
  return requests;
}
