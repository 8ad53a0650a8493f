/** Environment of the programs of this machine: Debian keeps servers where only root's PATH leads. */
export const programEnvironment: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: `${process.env['PATH'] ?? ''}:/usr/local/sbin:/usr/sbin`,
};
