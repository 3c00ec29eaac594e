// The instance as a linear program, for solvers that know no networks: one variable for each edge, one row for each
// source and sink. Its constraints are those of a network, so that the least corner is whole.
const TERMS_A_LINE = 8;

/** What a class is worth in score, so that a unit of it is never given up for score: see lemon.cpp. */
export function classStep({ supply, demand }) {
  return 10_000 * Math.min(supply.length, demand.length) + 1;
}

/** In the "CPLEX LP" format; variable `x7` is edge 7. @param {import('../instances/network.mjs').Network} network */
export function linearProgram(network) {
  const { supply, demand, priority, rowStart, sink, score, capacity } = network;
  const step = classStep(network);
  const bySource = Array.from(supply, () => []);
  const bySink = Array.from(demand, () => []);
  const worth = [];
  const limits = [];
  for (let s = 0; s < supply.length; s++) {
    for (let e = rowStart[s]; e < rowStart[s + 1]; e++) {
      worth.push(`${priority[sink[e]] * step + score[e]} x${e}`);
      bySource[s].push(`x${e}`);
      bySink[sink[e]].push(`x${e}`);
      if (capacity) limits.push(` x${e} <= ${capacity[e]}`);
    }
  }
  const rows = [
    ...bySource.map((terms, s) => row(`s${s}`, terms, supply[s])),
    ...bySink.map((terms, t) => row(`t${t}`, terms, demand[t])),
  ].filter((text) => text !== '');
  const bounds = limits.length > 0 ? ['Bounds', ...limits] : [];
  return ['Maximize', ` worth: ${sum(worth)}`, 'Subject To', ...rows, ...bounds, 'End', ''].join('\n');
}

function row(name, terms, most) {
  return terms.length === 0 ? '' : ` ${name}: ${sum(terms)} <= ${most}`;
}

function sum(terms) {
  const lines = [];
  for (let i = 0; i < terms.length; i += TERMS_A_LINE) lines.push(terms.slice(i, i + TERMS_A_LINE).join(' + '));
  return lines.join('\n  + ');
}

/**
 * What the units along the edges amount to. @param {import('../instances/network.mjs').Network} network
 * @param {Iterable<[number, number]>} unitsOfEdges edge and units, not whole by less than a solver's tolerance
 */
export function valueOf({ priority, sink, score }, unitsOfEdges) {
  let filled = 0;
  let classSum = 0;
  let total = 0;
  for (const [e, amount] of unitsOfEdges) {
    const units = Math.round(amount);
    filled += units;
    classSum += units * priority[sink[e]];
    total += units * score[e];
  }
  return { filled, classSum, score: total };
}
