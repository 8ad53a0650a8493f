import { startPlatform } from '../platform/start-platform.ts';
import { orderVariable, type NodeOrder, type NodeReady } from './node-order.ts';

/** One node of a stack, in a process of its own: leaves in good order at SIGTERM, and at once when its parent is gone. */
const order = JSON.parse(process.env[orderVariable] ?? '') as NodeOrder;
process.once('disconnect', () => process.exit(1));
const platform = await startPlatform({
  ...order,
  demoUsers: true,
  reportError: (error) => process.stderr.write(`${String(error)}\n`),
});
process.once('SIGTERM', () => {
  void platform.stop().then(() => process.exit(0));
});
const ready: NodeReady = { ready: { url: platform.url } };
process.send?.(ready);
