/** What each phase of the migration is called. */
export const phaseNames: Readonly<Record<number, string>> = {
  1: 'foundation',
  2: 'factory',
  3: 'implementation',
  4: 'cleanup',
};
