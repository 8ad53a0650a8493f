/** One way to call the tool. */
export interface Arm {
  readonly id: string;
  readonly title: string;
  call(): Promise<unknown>;
  close?(): Promise<void>;
}
