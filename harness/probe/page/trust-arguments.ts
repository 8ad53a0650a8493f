import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import { connect } from 'node:tls';
import { referencePage } from '../../contract/page-profile.ts';
import type { Target } from '../../targets/target.ts';
import { hostOf } from '../../targets/transports/host-of.ts';

/** Behind one name several servers may answer, each with a key of its own. */
const handshakes = 4;
const timeoutMs = 10_000;

/**
 * Arguments for a Chromium that is to trust the servers of a page whose authority only Node was told of
 * (`NODE_EXTRA_CA_CERTS`): the keys with which they answered a handshake that Node verified, name and all. None without
 * such an authority. Whoever does not answer, or is not trusted, is left out, and the browser refuses them.
 *
 * A browser takes its authorities from the system and not from a file. To name the authority's own key would let
 * everybody in who sends its certificate along, which is public: Chromium looks for the key before it verifies anything.
 */
export async function trustArguments({ url, page = referencePage }: Target): Promise<string[]> {
  if (process.env['NODE_EXTRA_CA_CERTS'] === undefined) return [];
  const visited = [url, new URL(page.url, `${url}/`).href, ...page.origins];
  const servers = new Set(visited.map((one) => new URL(one).origin));
  const secured = [...servers].filter((origin) => origin.startsWith('https:'));
  const asked = secured.flatMap((origin) => Array.from({ length: handshakes }, () => origin));
  const keys = new Set(await Promise.all(asked.map((origin) => verifiedKey(new URL(origin)))));
  keys.delete(undefined);
  return keys.size === 0 ? [] : [`--ignore-certificate-errors-spki-list=${[...keys].join(',')}`];
}

/** SHA-256 of the server's public key as Chromium wants it; undefined where nobody answers that Node trusts. */
function verifiedKey(place: URL): Promise<string | undefined> {
  const host = hostOf(place);
  const servername = isIP(host) === 0 ? { servername: host } : {};
  return new Promise((resolve) => {
    const socket = connect({
      host,
      port: Number(place.port || 443),
      timeout: timeoutMs,
      ...servername,
    });
    const end = (key?: string): void => {
      socket.destroy();
      resolve(key);
    };
    socket.once('secureConnect', () => {
      const { publicKey } = socket.getPeerX509Certificate() ?? {};
      const der = publicKey?.export({ type: 'spki', format: 'der' });
      end(der === undefined ? undefined : createHash('sha256').update(der).digest('base64'));
    });
    socket.once('error', () => end());
    socket.once('timeout', () => end());
  });
}
