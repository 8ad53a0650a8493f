/** What changes which phase answers behind an address. */
export interface Switchgear {
  /** What answers now, and what it can be led back to, as its operator names them. */
  readonly current: string;
  readonly previous: string;
  /** Leads to the other phase; settles when the operator says that it is done. Gives why it was not. */
  revert(): Promise<string | undefined>;
  /** Leads back. Must work whatever happened to us meanwhile: nobody is left on the old phase. */
  apply(): Promise<string | undefined>;
}
