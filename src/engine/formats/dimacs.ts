import { EdgeCollector, type EdgeRows } from './edge-collector.js';
import { FormatError } from './format.errors.js';
import { LineReader, lineOfRecord, type LineSyntax, MAX_INTEGER } from './line-reader.js';
import type { NetworkFile } from './network-file.js';

/** What distinguishes the DIMACS forms that are read. Units above 0 are supply, units below 0 demand. */
export interface DimacsForm {
  readonly designator: string;
  /** What a node on an `n` line has: reads the rest of the line. */
  readonly units: (lines: LineReader) => number;
  /** What all other nodes have. */
  readonly otherUnits: number;
  /** Reads the fields of an `a` line between its ends and its cost; answers how much the arc can carry. */
  readonly limit: (lines: LineReader) => number;
}

interface Dimacs {
  /** By node number, which begins with 1. */
  readonly units: Int32Array;
  readonly arcs: EdgeCollector;
}

const syntax: LineSyntax = { separator: 'blanks', comment: 'c' };

/** Nodes may go without any line, so that the file's size says nothing about theirs. */
const MAX_NODES = 2 ** 24;
/** `a 1 2 3` and its end. */
const SHORTEST_ARC = 8;

/** A problem line, then node lines, then arc lines; the lowest cost at which the most is sent is asked for. */
export function readDimacs(bytes: Uint8Array, form: DimacsForm): NetworkFile {
  const { units, arcs } = readLines(bytes, form);
  const sourceIds = nodesWhere(units, (amount) => amount > 0);
  const sinkIds = nodesWhere(units, (amount) => amount < 0);
  const index = new Int32Array(units.length);
  for (let s = 0; s < sourceIds.length; s++) index[sourceIds[s]] = s;
  for (let t = 0; t < sinkIds.length; t++) index[sinkIds[t]] = t;
  arcs.renumber(index);
  const rows = arcs.rows(sourceIds.length, sinkIds.length, (k) => lineOfRecord(bytes, syntax, 'a', k));
  const supply = sourceIds.map((id) => units[id]);
  const demand = sinkIds.map((id) => -units[id]);
  const { score, maxCost } = scoresOf(rows, Math.min(sum(supply), sum(demand)));
  const { rowStart, sink, capacity } = rows;
  return {
    problem: { supply, demand, priority: new Uint8Array(demand.length).fill(1), rowStart, sink, score, capacity },
    maxCost,
    sourceId: (s) => sourceIds[s],
    sinkId: (t) => sinkIds[t],
  };
}

function readLines(bytes: Uint8Array, form: DimacsForm): Dimacs {
  const lines = new LineReader(bytes, syntax);
  const { nodes, arcs: promised } = readProblemLine(lines, form);
  const problemLine = lines.line;
  const units = new Int32Array(nodes + 1).fill(form.otherUnits, 1);
  const isListed = new Uint8Array(nodes + 1);
  const arcs = new EdgeCollector(Math.min(promised, Math.ceil(bytes.length / SHORTEST_ARC)));
  while (lines.next()) {
    lines.nextField();
    if (lines.isField('a')) {
      if (arcs.length === promised) throw lines.fault(`The problem line says that there are ${promised} arcs only`);
      readArc(lines, form, units, arcs);
    } else if (lines.isField('n')) {
      if (arcs.length > 0) throw lines.fault('A node line comes after an arc line');
      readNode(lines, form, units, isListed);
    } else if (lines.isField('p')) throw lines.fault('There is a second problem line');
    else throw lines.fault('The line begins with none of c, p, n and a');
    lines.endLine();
  }
  if (arcs.length < promised)
    throw new FormatError(`The problem line says ${promised} arcs, there are ${arcs.length}`, { line: problemLine });
  return { units, arcs };
}

function readProblemLine(lines: LineReader, { designator }: DimacsForm): { nodes: number; arcs: number } {
  if (!lines.next()) throw new FormatError('There is no problem line');
  lines.nextField();
  if (!lines.isField('p')) throw lines.fault('The first line that is no comment is not the problem line');
  lines.demandField('kind of problem');
  if (!lines.isField(designator)) throw lines.fault(`The problem line does not begin with "p ${designator}"`);
  const nodes = lines.integer('number of nodes', 0, MAX_NODES);
  const arcs = lines.integer('number of arcs', 0);
  lines.endLine();
  return { nodes, arcs };
}

function readNode(lines: LineReader, form: DimacsForm, units: Int32Array, isListed: Uint8Array): void {
  const id = readNodeNumber(lines, 'node', units);
  if (isListed[id]) throw lines.fault(`Node ${id} is a duplicate of an earlier one`);
  isListed[id] = 1;
  units[id] = form.units(lines);
}

function readArc(lines: LineReader, form: DimacsForm, units: Int32Array, arcs: EdgeCollector): void {
  const from = readNodeNumber(lines, 'first node', units);
  const to = readNodeNumber(lines, 'second node', units);
  if (units[from] <= 0) throw lines.fault(`The arc leaves node ${from}, which has no supply`);
  if (units[to] >= 0) throw lines.fault(`The arc leads to node ${to}, which has no demand`);
  const limit = form.limit(lines);
  const cost = lines.integer('cost', -MAX_INTEGER);
  arcs.add(from, to, cost, limit < Math.min(units[from], -units[to]) ? limit : undefined);
}

function readNodeNumber(lines: LineReader, what: string, units: Int32Array): number {
  return lines.integer(what, 1, units.length - 1);
}

function nodesWhere(units: Int32Array, isWanted: (units: number) => boolean): Int32Array {
  const nodes = new Int32Array(units.length);
  let count = 0;
  for (let id = 1; id < units.length; id++) if (isWanted(units[id])) nodes[count++] = id;
  return nodes.slice(0, count);
}

/** A unit along an edge scores what it is cheaper than the dearest edge, so that the best plan is the cheapest. */
function scoresOf({ worth: cost }: EdgeRows, mostUnits: number): { score: Int32Array; maxCost: number } {
  const { least, most } = range(cost);
  if (most - least > MAX_INTEGER) throw new FormatError(`The costs lie more than ${MAX_INTEGER} apart`);
  if (Math.max(-least, most) * mostUnits > Number.MAX_SAFE_INTEGER)
    throw new FormatError(`The costs may add up to more than ${Number.MAX_SAFE_INTEGER}`);
  return { score: cost.map((amount) => most - amount), maxCost: most };
}

function range(values: Int32Array): { least: number; most: number } {
  if (values.length === 0) return { least: 0, most: 0 };
  return values.reduce(
    ({ least, most }, value) =>
      value < least || value > most ? { least: Math.min(least, value), most: Math.max(most, value) } : { least, most },
    { least: values[0], most: values[0] },
  );
}

function sum(values: Int32Array): number {
  return values.reduce((total, value) => total + value, 0);
}
