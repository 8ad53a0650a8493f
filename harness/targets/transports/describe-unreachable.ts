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
  const message = `${whyNobody(url, code)} (${code})`;
  return new HarnessError('TARGET_UNREACHABLE', message, { where: url, cause });
}

/** Somebody may be there who speaks something else: then starting it again helps nobody. */
function whyNobody(url: string, code: string): string {
  const secure = /^(https|wss):/.test(url);
  if (secure && /^(EPROTO|ERR_SSL_)/.test(code)) {
    return `what answers at ${url} speaks no TLS; write http:// or ws:// if it is to have none`;
  }
  if (code.startsWith('HPE_')) return `what answers at ${url} speaks no HTTP`;
  if (!secure && (code === 'ECONNRESET' || code === 'socket hang up')) {
    return `what answers at ${url} closes the connection without a word; write https:// or wss:// if it speaks TLS`;
  }
  return `nothing answers at ${url}`;
}
