import { startDesk } from './app.ts';

const desk = await startDesk();
process.stdout.write(`${JSON.stringify({ url: desk.url, tree: import.meta.dirname })}\n`);
process.once('SIGTERM', () => {
  void desk.stop();
});
