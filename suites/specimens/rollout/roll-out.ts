import { Deployment } from './deployment.ts';
import { openControl } from './open-control.ts';

/** Runs one phase behind a router until SIGTERM; says on stdout where it answers and where it is switched. */
export async function rollOut(phase: string): Promise<void> {
  const deployment = await Deployment.open(phase);
  const control = await openControl(deployment);
  process.stdout.write(`${JSON.stringify({ url: deployment.url, control: control.url })}\n`);
  process.once('SIGTERM', () => {
    void Promise.all([control.close(), deployment.close()]);
  });
}
