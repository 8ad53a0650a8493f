/**
 * What a demo platform offers to probes: these users with one shared, public password. They exist on loopback and in
 * tests only, and a target given as a bare URL is tried with them.
 */
export const demoPassword = 'golden-path-demo';

/** `user-1@example.test` and so on; a load needs more people than a walk does. */
export function listDemoEmails(count = 32): string[] {
  return Array.from({ length: count }, (_, index) => `user-${index + 1}@example.test`);
}

export const demoEmails: readonly string[] = listDemoEmails();
