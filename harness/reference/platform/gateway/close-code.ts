/** Why the server ends a connection (RFC 6455 section 7.4.1; 44xx are ours). 1002, 1007 and 1009 are sent by `ws` itself. */
export const closeCode = {
  binaryRefused: 1003,
  abuse: 1008,
  restart: 1012,
  slowConsumer: 1013,
  sessionEnded: 4401,
  trespass: 4403,
} as const;

export type CloseCode = (typeof closeCode)[keyof typeof closeCode];
