import { getHeapSnapshot } from 'node:v8';
import { text } from 'node:stream/consumers';

/** The part of V8's heap snapshot format that is read here; its flat arrays are described by `meta`. */
interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
      readonly edge_fields: readonly string[];
      readonly edge_types: readonly [readonly string[], ...unknown[]];
    };
  };
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  readonly strings: readonly string[];
}

/** What a program can change: not text, numbers or code. */
const changeableTypes = new Set(['object', 'array']);

/** What V8 keeps for itself, such as the scope that a class with private methods refers to. */
const ownOfV8 = 'system / ';

/** Edges along which data is reached; the others lead to prototypes, hidden classes and code. */
const dataEdges = new Set(['property', 'element', 'context']);
const dataInternals = new Set(['table', 'elements', 'properties']);

interface HeapNode {
  readonly name: string;
  readonly type: string;
  readonly targets: readonly number[];
}

/** The objects of this process, as V8 itself tells them: private fields included, which no other means can read. */
export class HeapGraph {
  readonly #nodes: readonly HeapNode[];

  private constructor(nodes: readonly HeapNode[]) {
    this.#nodes = nodes;
  }

  static async capture(): Promise<HeapGraph> {
    return new HeapGraph(readNodes(await text(getHeapSnapshot({ exposeInternals: true }))));
  }

  instancesOf(className: string): number[] {
    return this.#nodes.flatMap(({ name, type }, index) =>
      type === 'object' && name === className ? [index] : [],
    );
  }

  /** How many changeable objects, by class, can be reached from more than one of `roots`; `closed` classes are not entered. */
  countShared(roots: readonly number[], closed: ReadonlySet<string>): Record<string, number> {
    const owner = new Map<number, number>();
    const shared = new Set<number>();
    for (const root of roots) {
      const queue = [root];
      for (let index = queue.pop(); index !== undefined; index = queue.pop()) {
        const node = this.#nodes[index];
        if (node === undefined || !isChangeable(node) || owner.get(index) === root) continue;
        if (owner.has(index)) shared.add(index);
        owner.set(index, root);
        if (!closed.has(node.name)) queue.push(...node.targets);
      }
    }
    return countBy([...shared].map((index) => this.#nodes[index]?.name ?? ''));
  }
}

function isChangeable({ type, name }: HeapNode): boolean {
  return changeableTypes.has(type) && !name.startsWith(ownOfV8);
}

function readNodes(json: string): HeapNode[] {
  const { snapshot, nodes, edges, strings } = JSON.parse(json) as Snapshot;
  const { meta } = snapshot;
  const nodeSize = meta.node_fields.length;
  const edgeSize = meta.edge_fields.length;
  const edgeCount = meta.node_fields.indexOf('edge_count');
  const found: HeapNode[] = [];
  let edge = 0;
  for (let node = 0; node < nodes.length; node += nodeSize) {
    const targets: number[] = [];
    for (let left = nodes[node + edgeCount] ?? 0; left > 0; left -= 1, edge += edgeSize) {
      const type = meta.edge_types[0][edges[edge] ?? 0] ?? '';
      const name = strings[edges[edge + 1] ?? 0] ?? '';
      const carriesData = type === 'internal' ? dataInternals.has(name) : dataEdges.has(type);
      if (carriesData && !(type === 'property' && name === '__proto__')) {
        targets.push((edges[edge + 2] ?? 0) / nodeSize);
      }
    }
    found.push({
      type: meta.node_types[0][nodes[node] ?? 0] ?? '',
      name: strings[nodes[node + 1] ?? 0] ?? '',
      targets,
    });
  }
  return found;
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
