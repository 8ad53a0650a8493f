export const arms = ['bare', 'parsed', 'ring', 'full'] as const;

/**
 * `bare` only receives; `parsed` does the least that any client does with a frame, and parses its JSON; `ring` judges
 * and keeps the latest records; `full` also writes the whole history.
 */
export type Arm = (typeof arms)[number];

export interface Plan {
  readonly arm: Arm;
  readonly url: string;
  readonly sessions: number;
  /** Where the whole history goes. */
  readonly file?: string | undefined;
}

/** So many turns, begun evenly over this time; all connections take turns in turn. */
export interface Slice {
  readonly turns: number;
  readonly ms: number;
}

/** What one client process saw and used from the first turn of a slice to the end of its last one. */
export interface Used {
  readonly events: number;
  readonly cpuUs: number;
  /** Part of it that the operating system spent on sockets and files. */
  readonly systemUs: number;
  readonly ms: number;
}

export type Told =
  | { readonly say: 'ready' }
  | { readonly say: 'used'; readonly used: Used }
  | { readonly say: 'judged'; readonly failed: readonly string[] };

export type Asked = { readonly ask: 'slice'; readonly slice: Slice } | { readonly ask: 'end' };
