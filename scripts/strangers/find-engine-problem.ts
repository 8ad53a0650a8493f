/** What a foreign package says of itself in its `package.json`. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly engines?: { readonly node?: string };
}

/**
 * One line when this Node is older than every version that a package says it runs on. Some of them crash there with
 * pages of minified source, from which nobody reads the reason.
 */
export function findEngineProblem(
  { name, version, engines }: Manifest,
  running: string = process.versions.node,
): string | undefined {
  const range = engines?.node;
  const lowest = (range ?? '').split('||').flatMap((each) => {
    const [, least] = /(\d+(?:\.\d+)*)/.exec(each) ?? [];
    return least === undefined ? [] : [least];
  });
  if (lowest.length === 0 || lowest.some((least) => isAtLeast(running, least))) return undefined;
  return `${name} ${version} needs Node ${range}, this is ${running}: run it with the Node of this repository, as npm does`;
}

function isAtLeast(running: string, least: string): boolean {
  const have = running.split('.').map(Number);
  const need = least.split('.').map(Number);
  const place = need.findIndex((part, index) => part !== have[index]);
  return place < 0 || (have[place] ?? 0) > (need[place] ?? 0);
}
