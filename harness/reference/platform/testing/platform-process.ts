import type { PlatformOptions } from '../platform-options.ts';
import { startPlatform } from '../start-platform.ts';

/** Runs a platform with the options given as JSON until it is killed; prints its address as one line of JSON. */
const options = JSON.parse(process.argv[2] ?? '{}') as PlatformOptions;
const platform = await startPlatform({ demoUsers: true, ...options });
process.stdout.write(`${JSON.stringify({ url: platform.url, wsUrl: platform.wsUrl })}\n`);
