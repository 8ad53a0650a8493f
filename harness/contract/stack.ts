import { z } from 'zod';

const pid = z.int().positive().nullable();

/** What a running stack is made of now: printed by `serve --stack staging --json`, and answered by its control. */
export const StackDescriptionSchema = z.strictObject({
  /** Where people and probes go: the proxy, over TLS. */
  url: z.url(),
  /** Certificate of the authority that signed the proxy's; clients are told by NODE_EXTRA_CA_CERTS. */
  caFile: z.string(),
  /** `GET /`, `PUT /nodes/NAME/down|restart`, `PUT /roll`, `PUT /proxy/reload|restart`; over plain HTTP, on loopback. */
  control: z.url(),
  /** `pid` is null while the process is down. */
  nodes: z.array(z.strictObject({ name: z.string(), url: z.url(), pid })),
  proxy: z.strictObject({ program: z.string(), pid }),
  database: z.strictObject({ engine: z.enum(['postgresql', 'sqlite']), place: z.string() }),
  bus: z.strictObject({ engine: z.enum(['nats', 'siblings']), place: z.string() }),
});

export type StackDescription = z.infer<typeof StackDescriptionSchema>;
