import { bundleScripts, readAsset } from '../html/page-asset.ts';
import { baseStyle } from '../html/report-assets.ts';

const folder = new URL('page/', import.meta.url);
const plots = new URL('./', import.meta.resolve('uplot/dist/uPlot.min.css'));

export function dashboardStyles(): string[] {
  return [
    baseStyle(),
    readAsset(new URL('uPlot.min.css', plots)),
    readAsset(new URL('dashboard.css', folder)),
  ];
}

/** The plotting library as its makers built it, then our own code. */
export function dashboardScripts(): string[] {
  return [
    readAsset(new URL('uPlot.iife.min.js', plots)),
    bundleScripts(folder, ['plot.client.js', 'live.client.js', 'main.client.js']),
  ];
}
