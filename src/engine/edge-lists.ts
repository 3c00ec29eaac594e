export type Scores = Uint16Array | Int32Array;

/** The edges of each source, or of each sink: those of node `i` are the places `start[i] .. end[i] - 1`. */
export interface EdgeLists {
  start: Int32Array;
  end: Int32Array;
  /** The other end of the edge at each place. */
  node: Int32Array;
  score: Scores;
  /** Most units along the edge at each place; undefined where no edge has a limit. */
  capacity: Int32Array | undefined;
}
