/** A file that `init` writes where there is none. */
export interface ProjectFile {
  /** Relative to the project. */
  readonly path: string;
  readonly text: string;
}
