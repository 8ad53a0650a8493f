import { startPlatform } from '../start-platform.ts';

/** Runs a platform on the database given as argument until it is killed; prints its address as one line of JSON. */
const platform = await startPlatform({ demoUsers: true, database: process.argv[2] ?? '' });
process.stdout.write(`${JSON.stringify({ url: platform.url, wsUrl: platform.wsUrl })}\n`);
