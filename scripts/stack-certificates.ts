/** Makes the certificates of a stack in the folder that is named, unless they are there: for stacks in containers. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { makeCertificates } from '../harness/reference/stack/make-certificates.ts';

const folder = process.argv[2] ?? '.';
if (!existsSync(join(folder, 'server.pem'))) await makeCertificates(folder);
