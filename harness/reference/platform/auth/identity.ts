/** Who stands behind a request, and through which login. */
export interface Identity {
  readonly userId: string;
  readonly sessionId: string;
}
