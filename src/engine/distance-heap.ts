/** A queue of nodes by distance, least first; among equals the lowest node. A node may be in it more than once. */
export class DistanceHeap {
  size = 0;
  private distance = new Float64Array(256);
  private node = new Int32Array(256);

  /** The least distance. The heap must not be empty. */
  least(): number {
    return this.distance[0];
  }

  push(distance: number, node: number): void {
    if (this.size === this.node.length) this.grow();
    const { distance: distances, node: nodes } = this;
    let at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = distances[parent];
      if (above < distance || (above === distance && nodes[parent] <= node)) break;
      distances[at] = above;
      nodes[at] = nodes[parent];
      at = parent;
    }
    distances[at] = distance;
    nodes[at] = node;
  }

  /** Takes the first node out. The heap must not be empty. */
  pop(): number {
    const { distance: distances, node: nodes } = this;
    const first = nodes[0];
    const size = --this.size;
    const distance = distances[size];
    const node = nodes[size];
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      const right = child + 1;
      if (right < size && before(distances[right], nodes[right], distances[child], nodes[child])) child = right;
      if (!before(distances[child], nodes[child], distance, node)) break;
      distances[at] = distances[child];
      nodes[at] = nodes[child];
      at = child;
    }
    distances[at] = distance;
    nodes[at] = node;
    return first;
  }

  clear(): void {
    this.size = 0;
  }

  private grow(): void {
    const { distance, node } = this;
    this.distance = new Float64Array(2 * distance.length);
    this.distance.set(distance);
    this.node = new Int32Array(2 * node.length);
    this.node.set(node);
  }
}

function before(distance: number, node: number, other: number, otherNode: number): boolean {
  return distance < other || (distance === other && node < otherNode);
}
