/** Every action that a generated workflow uses, by the tag of one release: a moving tag is somebody else's decision. */
export const pinnedActions = {
  checkout: 'actions/checkout@v5.0.0',
  deployPages: 'actions/deploy-pages@v4.0.5',
  restoreCache: 'actions/cache/restore@v4.2.0',
  saveCache: 'actions/cache/save@v4.2.0',
  setupNode: 'actions/setup-node@v5.0.0',
  uploadArtifact: 'actions/upload-artifact@v4.6.2',
  uploadPages: 'actions/upload-pages-artifact@v4.0.0',
} as const;
