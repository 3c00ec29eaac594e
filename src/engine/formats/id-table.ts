const NONE = -1;

/** Numbers ids in the order in which they are first met. An id is a range of the file's bytes, decoded only once. */
export class IdTable {
  readonly ids: string[] = [];
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  /** Open addressing: the number of the id that hashes here or shortly before, or NONE. */
  private slots = new Int32Array(1024).fill(NONE);
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  constructor(private readonly bytes: Uint8Array) {}

  numberOf(from: number, to: number): number {
    const slot = this.slotOf(from, to);
    if (this.slots[slot] !== NONE) return this.slots[slot];
    const index = this.ids.push(this.decoder.decode(this.bytes.subarray(from, to))) - 1;
    this.from.push(from);
    this.to.push(to);
    this.slots[slot] = index;
    if (2 * this.ids.length > this.slots.length) this.grow();
    return index;
  }

  /** The slot of this id, or the free one in which it belongs. */
  private slotOf(from: number, to: number): number {
    const { bytes, slots } = this;
    const last = slots.length - 1;
    let slot = hash(bytes, from, to) & last;
    while (slots[slot] !== NONE && !this.isSame(slots[slot], from, to)) slot = (slot + 1) & last;
    return slot;
  }

  private isSame(index: number, from: number, to: number): boolean {
    const { bytes } = this;
    const start = this.from[index];
    if (this.to[index] - start !== to - from) return false;
    for (let i = to - from - 1; i >= 0; i--) if (bytes[start + i] !== bytes[from + i]) return false;
    return true;
  }

  private grow(): void {
    this.slots = new Int32Array(2 * this.slots.length).fill(NONE);
    for (let i = 0; i < this.ids.length; i++) this.slots[this.slotOf(this.from[i], this.to[i])] = i;
  }
}

/** FNV-1a, its upper half folded into the lower one, because only low bits are used. */
function hash(bytes: Uint8Array, from: number, to: number): number {
  let value = 0x811c9dc5;
  for (let i = from; i < to; i++) value = Math.imul(value ^ bytes[i], 0x01000193);
  return value ^ (value >>> 16);
}
