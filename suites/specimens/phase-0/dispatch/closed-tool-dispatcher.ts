/** Direct construction was closed when chats got dispatchers of their own. */
export class ClosedToolDispatcher {
  readonly retries: number = 0;

  constructor(_options: { readonly retries?: number } = {}) {
    throw new Error('dispatchers are made by createToolDispatcher');
  }
}
