import type { FrameRecord } from '../../contract/history.ts';
import { scanJson, type JsonScan } from './json-scan.ts';

let latest: { readonly record: FrameRecord; readonly scan: JsonScan } | undefined;

/** The scan of a frame's text; several checks of one record share it. */
export function scanFrame(record: FrameRecord): JsonScan {
  if (latest?.record !== record) latest = { record, scan: scanJson(record.raw) };
  return latest.scan;
}
