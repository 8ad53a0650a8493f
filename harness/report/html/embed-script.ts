import { createHash } from 'node:crypto';
import { trusted, type Markup } from './markup.ts';

/** The page's own script as an element; byte for byte what `scriptHash` was made of. */
export function embedScript(script: string): Markup {
  return trusted(`<script>${script}</script>`);
}

/** What a content security policy needs to let this script run and no other. */
export function scriptHash(script: string): string {
  return `sha256-${createHash('sha256').update(script).digest('base64')}`;
}
