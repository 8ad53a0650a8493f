import { Deployment } from './deployment.ts';
import { openControl } from './open-control.ts';

/** Runs one phase behind a router until SIGTERM; says on stdout where it answers and where it is switched. */
export async function rollOut(phase: string): Promise<void> {
  const deployment = await Deployment.open(phase);
  const control = await openControl(deployment);
  const { url, tree } = deployment;
  process.stdout.write(`${JSON.stringify({ url, control: control.url, tree })}\n`);
  process.once('SIGTERM', () => {
    void Promise.all([control.close(), deployment.close()]);
  });
}
