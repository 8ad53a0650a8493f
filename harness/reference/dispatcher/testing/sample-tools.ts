import { z } from 'zod';
import { defineTool } from '../tool/define-tool.ts';

export const echo = defineTool({
  name: 'echo',
  description: 'Gives its text back.',
  input: z.object({ text: z.string() }),
  output: z.string(),
  execute: ({ text }) => text,
});

export const fail = defineTool({
  name: 'fail',
  description: 'Throws its message.',
  input: z.object({ message: z.string(), api_key: z.string().optional() }),
  output: z.never(),
  execute: ({ message }) => {
    throw new Error(message);
  },
});

/** Settles only when it is told to abort. */
export const patient = defineTool({
  name: 'patient',
  description: 'Waits until it is aborted.',
  input: z.object({}),
  output: z.never(),
  timeoutMs: 60_000,
  execute: (_input, { signal }) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    }),
});

export const guarded = defineTool({
  name: 'guarded',
  description: 'For those who may.',
  input: z.object({}),
  output: z.string(),
  permissions: ['vault:open'],
  execute: () => 'opened',
});
