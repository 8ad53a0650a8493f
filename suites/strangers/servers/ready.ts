/** Tells whoever started this process where to find it, and leaves with its parent. */
export function ready(url: string): void {
  process.stdout.write(`${JSON.stringify({ url })}\n`);
  process.stdin.resume().on('end', () => process.exit(0));
  process.on('SIGTERM', () => process.exit(0));
}
