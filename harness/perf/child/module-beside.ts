/** The module `name` in the folder of the caller: `.ts` in the repository, `.js` in the package. */
export function moduleBeside(callerUrl: string, name: string): URL {
  const extension = callerUrl.endsWith('.ts') ? '.ts' : '.js';
  return new URL(`./${name}${extension}`, callerUrl);
}
