/** Run as a process of its own, so that the heap holds the crowd and little else. Prints one JSON document. */
import { RecordingSink } from '../recording-sink.ts';
import { gatherCrowd } from './crowd.ts';
import { HeapGraph } from './heap-graph.ts';

const [dispatchers, users, sinks] = process.argv.slice(2);
const oneForAll = new RecordingSink();
const openSink = sinks === 'one-sink' ? () => oneForAll : () => new RecordingSink();
const members = await gatherCrowd(Number(dispatchers), Number(users), openSink);
const heap = await HeapGraph.capture();
const roots = heap.instancesOf('RequestScopedToolDispatcher');
const shared = heap.countShared(roots, new Set(['ToolRegistry', 'UserSlots', 'DeadlineWatch']));
process.stdout.write(JSON.stringify({ alive: members.length, found: roots.length, shared }));
