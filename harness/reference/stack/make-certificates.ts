import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from './run-program.ts';

export interface Certificates {
  /** PEM files. */
  readonly caFile: string;
  readonly certificate: string;
  readonly key: string;
}

/** A configuration of our own: the system's might add extensions twice. */
const settings = `
[req]
distinguished_name = name
prompt = no
[name]
CN = golden-path staging
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
subjectKeyIdentifier = hash
[server]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth
subjectAltName = DNS:localhost, IP:127.0.0.1, IP:::1
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
`;

const freshKey = '-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes';

/**
 * Makes an authority and a certificate of the loopback that it signed, good for a week, with the program openssl.
 * The authority's key is thrown away at once: it can sign nothing else.
 */
export async function makeCertificates(folder: string): Promise<Certificates> {
  // Names and not paths: a folder may have a blank in its name.
  const openssl = (words: string) => runProgram('openssl', words.split(' '), folder);
  const [caFile, caKey] = ['ca.pem', 'ca.key'];
  const [certificate, key, request] = ['server.pem', 'server.key', 'server.csr'];
  const config = 'openssl.cnf';
  await writeFile(join(folder, config), settings);
  const common = `-config ${config} ${freshKey}`;
  await openssl(
    `req -x509 ${common} -subj /CN=staging-authority -extensions authority -days 7 -keyout ${caKey} -out ${caFile}`,
  );
  await openssl(`req -new ${common} -keyout ${key} -out ${request}`);
  await openssl(
    `x509 -req -in ${request} -CA ${caFile} -CAkey ${caKey} -set_serial 1 -days 7 -extfile ${config} -extensions server -out ${certificate}`,
  );
  await Promise.all([caKey, request, config].map((name) => rm(join(folder, name))));
  return {
    caFile: join(folder, caFile),
    certificate: join(folder, certificate),
    key: join(folder, key),
  };
}
