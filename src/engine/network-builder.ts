import { countingSort, startOfEach } from './counting-sort.js';
import { EngineInputError, type EngineInputErrorCode } from './errors.js';
import { doubled } from './doubled.js';
import { checkProblem, MAX_PRIORITY, MAX_SCORE, type Problem } from './problem.js';

const MAX_UNITS = 2 ** 31 - 1;

/** Collects sources, sinks and edges in any order of edges, and lays them out as a Problem. */
export class NetworkBuilder {
  private readonly supply: number[] = [];
  private readonly demand: number[] = [];
  private readonly priority: number[] = [];
  private edges = 0;
  private edgeSource = new Int32Array(1024);
  private edgeSink = new Int32Array(1024);
  private edgeScore = new Uint16Array(1024);
  private edgeCapacity = new Int32Array(1024);
  private isLimited = false;

  /** Returns the source's index: 0 for the first one added. */
  addSource(supply: number): number {
    checkRange('Supply', supply, 0, MAX_UNITS, 'NEGATIVE_SUPPLY', 'TOO_LARGE');
    return this.supply.push(supply) - 1;
  }

  /** Returns the sink's index: 0 for the first one added. */
  addSink(demand: number, priority = 1): number {
    checkRange('Demand', demand, 0, MAX_UNITS, 'NEGATIVE_DEMAND', 'TOO_LARGE');
    checkRange('Priority', priority, 1, MAX_PRIORITY, 'PRIORITY_OUT_OF_RANGE');
    this.priority.push(priority);
    return this.demand.push(demand) - 1;
  }

  /** Both ends must have been added; a second edge between them is refused by finish(). No capacity: no limit. */
  addEdge(source: number, sink: number, score: number, capacity?: number): void {
    checkRange('Source', source, 0, this.supply.length - 1, 'INDEX_OUT_OF_RANGE');
    checkRange('Sink', sink, 0, this.demand.length - 1, 'INDEX_OUT_OF_RANGE');
    checkRange('Score', score, 0, MAX_SCORE, 'SCORE_OUT_OF_RANGE');
    if (capacity !== undefined) {
      checkRange('Capacity', capacity, 0, MAX_UNITS, 'NEGATIVE_CAPACITY', 'TOO_LARGE');
      this.isLimited = true;
    }
    if (this.edges === this.edgeSource.length) this.grow();
    this.edgeSource[this.edges] = source;
    this.edgeSink[this.edges] = sink;
    this.edgeScore[this.edges] = score;
    this.edgeCapacity[this.edges] = capacity ?? MAX_UNITS;
    this.edges++;
  }

  finish(): Problem {
    const source = this.edgeSource.subarray(0, this.edges);
    const sink = this.edgeSink.subarray(0, this.edges);
    const score = this.edgeScore.subarray(0, this.edges);
    const capacity = this.edgeCapacity.subarray(0, this.edges);
    const order = countingSort(source, this.supply.length, countingSort(sink, this.demand.length));
    const problem: Problem = {
      supply: Int32Array.from(this.supply),
      demand: Int32Array.from(this.demand),
      priority: Uint8Array.from(this.priority),
      rowStart: startOfEach(source, this.supply.length),
      sink: sink.map((_, place) => sink[order[place]]),
      score: score.map((_, place) => score[order[place]]),
      capacity: this.isLimited ? capacity.map((_, place) => capacity[order[place]]) : undefined,
    };
    checkProblem(problem);
    return problem;
  }

  private grow(): void {
    this.edgeSource = doubled(this.edgeSource);
    this.edgeSink = doubled(this.edgeSink);
    this.edgeCapacity = doubled(this.edgeCapacity);
    const { edgeScore } = this;
    this.edgeScore = new Uint16Array(2 * this.edges);
    this.edgeScore.set(edgeScore);
  }
}

function checkRange(
  name: string,
  value: number,
  least: number,
  most: number,
  below: EngineInputErrorCode,
  above = below,
): void {
  if (!Number.isInteger(value)) throw new EngineInputError('NOT_AN_INTEGER', `${name} ${value} is not an integer`);
  if (value < least) throw new EngineInputError(below, `${name} ${value} is below ${least}`);
  if (value > most) throw new EngineInputError(above, `${name} ${value} is above ${most}`);
}
