/** One HTTP request as a text, so that what was sent is stored as one record: request line, headers, empty line, body. */
export interface RequestText {
  readonly method: string;
  /** Absent: where the link points to. */
  readonly path: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const start = /^(GET|POST) (\/\S*)\n/;

/** A text that does not begin with a request line is the body of a POST. */
export function readRequestText(text: string): RequestText {
  const [line, method, path] = start.exec(text) ?? [];
  if (line === undefined || method === undefined) {
    return { method: 'POST', path: undefined, headers: {}, body: text };
  }
  const end = text.indexOf('\n\n');
  const head = text.slice(line.length, end < 0 ? undefined : end);
  const headers = head
    .split('\n')
    .map((each) => /^([\w-]+): (.*)$/.exec(each))
    .flatMap((found) => (found === null ? [] : [[found[1], found[2]] as const]));
  return {
    method,
    path,
    headers: Object.fromEntries(headers),
    body: end < 0 ? '' : text.slice(end + 2),
  };
}
