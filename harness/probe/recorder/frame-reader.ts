import type { Projected } from '../../targets/profile.ts';
import type { Passage } from '../../targets/transports/transport.ts';

/** Who reads what comes in on a connection. */
export interface FrameReader {
  readonly connection: string;
  readonly epoch: number;
  /** What it reads depends on more than the frame, or sets off an answer: it must not wait, and is not asked again. */
  readonly eager: boolean;
  read(content: string | Buffer, passage?: Passage): Projected;
  /** Told of what was read, once it is recorded. */
  follow(projected: Projected): void;
}
