/** Someone the probe can log in as. */
export interface User {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}
