import type { Config } from '../../contract/config.ts';
import type { Target } from '../../targets/target.ts';

/** What everything that carries out a need is given. */
export interface NeedOrder {
  /** Open and reachable; whoever opened it closes it. */
  readonly target: Target;
  readonly config: Config;
  /** Folder of the configuration: commands run here, paths of the configuration begin here. */
  readonly root: string;
  /** Folder of the run; histories go to its `histories/`. */
  readonly folder: string;
  readonly seed: string;
  /** Name of the target before this phase, as `openTarget` takes it; undefined where there is none. */
  readonly previous: string | undefined;
  /** False for `--no-paired`: what takes minutes is left out, and said so. */
  readonly paired: boolean;
  /** Hears one line per finished step. */
  readonly say: (line: string) => void;
  readonly signal?: AbortSignal;
}
