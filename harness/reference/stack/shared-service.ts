/** A database or a bus that the nodes of one stack share, and nobody else. */
export interface SharedService<Engine extends string> {
  readonly engine: Engine;
  /** Where it is, for people; without passwords. */
  readonly place: string;
  /** Why it is not the one that staging would have. */
  readonly instead?: string;
  /** As the platform's options have it. */
  readonly location: string;
  /** Takes away what the stack left there. */
  remove(): Promise<void>;
}

/** A URL without who logs in and how. */
export function showPlace(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

/** What went wrong with a service, in few words: drivers hide the reason of a refused connection in a list. */
export function describeRefusal(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: string };
  return message === undefined || message === '' ? String(code ?? error) : message;
}
