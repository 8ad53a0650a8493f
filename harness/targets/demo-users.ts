import { demoPassword, listDemoEmails } from '../contract/demo-users.ts';
import type { User } from './user.ts';

/** The users that a demo platform creates for probes. */
export function demoUsers(count?: number): User[] {
  return listDemoEmails(count).map((email) => ({
    name: email.slice(0, email.indexOf('@')),
    email,
    password: demoPassword,
  }));
}
