/** An expression of GitHub Actions; for values of `env`, `with` and `if`, never for a script. */
export function expression(inner: string): string {
  return `\${{ ${inner} }}`;
}
