import type { Certificates } from './make-certificates.ts';

export interface ProxyPlan {
  /** Where pid file, log and temporary files go. */
  readonly folder: string;
  /** `host:port` */
  readonly listen: string;
  /** `host:port` of every node. */
  readonly nodes: readonly string[];
  /** How long nothing may go over a connection before the proxy ends it. */
  readonly idleMs: number;
  /** Headers that upgrades lose on the way. */
  readonly strip: readonly string[];
  readonly certificates: Pick<Certificates, 'certificate' | 'key'>;
  /** Optional modules whose temporary folders have to be moved, too. */
  readonly modules: readonly string[];
}

/** What a node is told beside what the client sent; a location that adds one header has to say all of them. */
const forwarded = `proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $remote_addr;
      proxy_set_header X-Forwarded-Proto https;
      proxy_set_header X-Request-Id "";
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection $connection_upgrade;`;

/**
 * The configuration of nginx, as proxies in front of chat platforms are set up: it ends TLS, hands out connections in
 * turn, tries the next node where one is away or leaving, and ends connections over which nothing goes. It always strips
 * what such proxies strip: the client's own X-Request-Id and X-Forwarded-For, and headers with an underscore.
 */
export function renderProxyConfig(plan: ProxyPlan): string {
  const { folder, listen, nodes, idleMs, strip, certificates, modules } = plan;
  const temporary = ['client_body', 'proxy', ...modules];
  return `pid ${folder}/nginx.pid;
error_log ${folder}/nginx.log warn;
worker_processes 1;
# Sockets live for hours: a worker that was replaced ends those it still has.
worker_shutdown_timeout 2s;
events {
  worker_connections 4096;
}
http {
  access_log off;
  server_tokens off;
${temporary.map((name) => `  ${name}_temp_path ${folder}/${name};`).join('\n')}
  map $http_upgrade $connection_upgrade {
    default upgrade;
    '' '';
  }
  upstream nodes {
    # A node that is away refuses at once, and the next one is tried: nothing to remember, or both may count as gone.
${nodes.map((node) => `    server ${node} max_fails=0;`).join('\n')}
  }
  server {
    # Little room on the way: a reader that is too slow is for the node to notice, and not for the proxy to hide.
    listen ${listen} ssl sndbuf=64k;
    ssl_certificate ${certificates.certificate};
    ssl_certificate_key ${certificates.key};
    ssl_protocols TLSv1.2 TLSv1.3;
    proxy_http_version 1.1;
    proxy_connect_timeout 2s;
    proxy_next_upstream error timeout http_502 http_503;
    location / {
      ${forwarded}
      proxy_pass http://nodes;
    }
    location = /ws {
      proxy_read_timeout ${idleMs}ms;
      proxy_send_timeout ${idleMs}ms;
      ${forwarded}
${strip.map((header) => `      proxy_set_header ${header} "";\n`).join('')}      proxy_pass http://nodes;
    }
  }
}
`;
}
