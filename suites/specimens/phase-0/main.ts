import { startDesk } from './app.ts';

const desk = await startDesk();
process.stdout.write(`${JSON.stringify({ url: desk.url })}\n`);
process.once('SIGTERM', () => {
  void desk.stop();
});
