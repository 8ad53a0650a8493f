import { HarnessError } from '../contract/harness-error.ts';
import { describeUnreachable } from '../targets/transports/describe-unreachable.ts';
import type { Target } from '../targets/target.ts';

/** Logs in once and connects once. Returns why nothing can be judged, or `undefined` when the target answers. */
export async function reachTarget(target: Target): Promise<HarnessError | undefined> {
  const [user] = target.users;
  if (user === undefined) return new HarnessError('CONFIG_INVALID', 'the target has no users');
  const { transport, promises } = target.profile;
  try {
    const credentials = await transport.login(target.url, user);
    const { opening, link } = await transport.connect(
      target.url,
      credentials,
      { frame: () => {}, closed: () => {} },
      { upgradeMs: promises.deadlines.upgrade_ms, pongMs: promises.deadlines.pong_ms },
    );
    link?.close();
    if (opening.outcome === 'accepted') return undefined;
    const detail = [opening.status, opening.detail].filter((part) => part !== undefined).join(' ');
    if (opening.outcome === 'unreachable') {
      return describeUnreachable(target.url, opening.detail ?? 'no answer');
    }
    const message = `the connection to ${target.url} was ${opening.outcome}${detail === '' ? '' : ` (${detail})`}`;
    return new HarnessError('TARGET_UNREACHABLE', message);
  } catch (error) {
    if (error instanceof HarnessError && error.exitCode === 2) return error;
    throw error;
  }
}
