import { connect } from 'node:net';

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

/**
 * Whether a service of this machine can be tested against. If not, says so on stderr, or throws where
 * GOLDEN_PATH_REQUIRE_SERVICES=1 forbids to go without.
 */
export async function reachService(name: string, port: number): Promise<boolean> {
  if (await canConnect(port)) return true;
  const reason = `${name} is not reachable on 127.0.0.1:${port}: its driver is NOT tested`;
  if (process.env['GOLDEN_PATH_REQUIRE_SERVICES'] === '1') throw new Error(reason);
  process.stderr.write(`\n!! ${reason}\n`);
  return false;
}
