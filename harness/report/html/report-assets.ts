import { bundleScripts, readAsset } from './page-asset.ts';

const folder = new URL('page/', import.meta.url);

/** In the order in which they build on each other. */
const modules = [
  'unpack.client.js',
  'view.client.js',
  'lanes.client.js',
  'lane-painter.client.js',
  'timeline-painter.client.js',
  'timeline-keys.client.js',
  'timeline-pointer.client.js',
  'timeline-parts.client.js',
  'mark-detail.client.js',
  'timeline.client.js',
  'open-timeline.client.js',
  'deep-links.client.js',
  'check-filter.client.js',
  'copy.client.js',
  'download.client.js',
  'main.client.js',
] as const;

/** Colours, type and the parts that every page has. */
export function baseStyle(): string {
  return readAsset(new URL('base.css', folder));
}

/** What only the page of one run has. */
export function reportStyles(): string[] {
  return ['checks.css', 'timeline.css'].map((name) => readAsset(new URL(name, folder)));
}

/** What makes the page of one run move. */
export function reportScript(): string {
  return bundleScripts(folder, modules);
}
