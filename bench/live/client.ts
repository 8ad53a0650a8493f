/** So many connections to the turn server, and how a turn is taken on one of them. */
export interface Client {
  /** Takes turn `turn` of connection `nth`; settles when it has ended. */
  take(nth: number, turn: number): Promise<void>;
  /** Frames received so far. */
  events(): number;
  /** Ends the watching and gives the ids of the checks that failed. */
  judge(): readonly string[];
}
