/**
 * The indices of `keys` (integers 0 .. buckets - 1) in ascending order of key, in linear time. Equal keys keep the
 * order in which `order` lists them, which is ascending when it is left out; so two calls sort by two keys.
 */
export function countingSort(keys: Int32Array | Uint16Array, buckets: number, order?: Int32Array): Int32Array {
  const next = startOfEach(keys, buckets);
  const sorted = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const index = order === undefined ? i : order[i];
    const key = keys[index];
    sorted[next[key]++] = index;
  }
  return sorted;
}

/** Where each key's run starts once the keys are sorted; the last entry is the number of keys. */
export function startOfEach(keys: Int32Array | Uint16Array, buckets: number): Int32Array {
  const start = new Int32Array(buckets + 1);
  for (let i = 0; i < keys.length; i++) {
    start[keys[i] + 1]++;
  }
  for (let key = 0; key < buckets; key++) start[key + 1] += start[key];
  return start;
}
