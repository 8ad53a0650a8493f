import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const folder = join(import.meta.dirname, '../page');

const assets = [
  'chat.css',
  'chat.js',
  'conversation.js',
  'element.js',
  'exchange-view.js',
  'icon.svg',
  'link.js',
  'run-feed.js',
  'session.js',
] as const;

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Nothing from elsewhere, nothing inline, never inside a foreign frame. */
const policy = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

function serve(server: FastifyInstance, path: string, file: string, content: string): void {
  server.get(path, async (_, reply) =>
    reply
      .type(mediaTypes[extname(file)] ?? 'application/octet-stream')
      .header('content-security-policy', policy)
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'no-referrer')
      .header('cache-control', 'no-cache')
      .send(content),
  );
}

/** Serves the chat page. Its files are part of the package and read once. With a `demoPassword` it says who may log in. */
export async function addPageRoutes(
  server: FastifyInstance,
  { demoPassword }: { readonly demoPassword: string | undefined },
): Promise<void> {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const html = page.replace('-password=""', `-password="${demoPassword ?? ''}"`);
  serve(server, '/', 'index.html', html);
  for (const file of assets) {
    serve(server, `/page/${file}`, file, await readFile(join(folder, file), 'utf8'));
  }
}
