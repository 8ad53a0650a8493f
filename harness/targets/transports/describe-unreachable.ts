import { HarnessError } from '../../contract/harness-error.ts';

/** Codes of OpenSSL's verification, as Node names them, and Node's own for a name that does not fit. */
const distrust =
  /^(UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|CERT_|CRL_|INVALID_CA$|PATH_LENGTH_|ERR_TLS_CERT_|HOSTNAME_MISMATCH$)/;

/**
 * Why nobody can be talked to at `url`: `TARGET_UNTRUSTED` where somebody answers whose certificate this machine does
 * not trust, else `TARGET_UNREACHABLE`. `code` is the error's code, or what it says.
 */
export function describeUnreachable(url: string, code: string, cause?: unknown): HarnessError {
  if (distrust.test(code)) {
    const message = `the certificate of ${url} is not trusted (${code})`;
    return new HarnessError('TARGET_UNTRUSTED', message, { where: url, cause });
  }
  return new HarnessError('TARGET_UNREACHABLE', `nothing answers at ${url} (${code})`, {
    where: url,
    cause,
  });
}
