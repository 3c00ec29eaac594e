import { createRequire } from 'node:module';
import type { Highs } from 'highs';
import type { ProgramData } from './program.js';

export interface ProgramTask {
  readonly program: ProgramData;
  readonly timeLimitS: number;
  /** It may end with a plan this close to the bound, as a share. */
  readonly relativeGap: number;
  /** A feasible plan to begin with. */
  readonly start: Float64Array | undefined;
}

export interface ProgramOutcome {
  /** Value of each column; undefined when no feasible plan was found, or there is none. */
  readonly values: Float64Array | undefined;
  readonly objective: number;
  /** No plan is worth more. */
  readonly bound: number;
  /** Whether the plan is as good as the bound, to the gap that was allowed. */
  readonly isOptimal: boolean;
  /** What one more unit on the upper side of a row is worth; empty where columns are whole numbers. */
  readonly rowDual: Float64Array;
}

// Its types speak of the CommonJS build, so that is what is loaded.
const loadHighs = createRequire(import.meta.url)('highs') as () => Promise<Highs>;
const loaded = loadHighs();

/** What a solver thread does for a programme. */
export default async function solveProgram(task: ProgramTask): Promise<ProgramOutcome> {
  const highs = await loaded;
  const { program, start } = task;
  const [numCols, numRows] = [program.gain.length, program.rowLower.length];
  const isWhole = program.kind.some((kind) => kind !== 0);
  return highs.withModel(
    {
      ...{ numCols, numRows, sense: highs.constants.objectiveSense.maximize },
      ...{ colCost: program.gain, colLower: program.lower, colUpper: program.upper },
      ...{ rowLower: program.rowLower, rowUpper: program.rowUpper },
      matrix: {
        ...{ format: 'csr', numCols, numRows },
        ...{ starts: program.rowStart, indices: program.column, values: program.coefficient },
      },
      ...(isWhole && { integrality: program.kind }),
    },
    (model) => {
      model.options.set({
        ...{ output_flag: false, time_limit: task.timeLimitS, mip_rel_gap: task.relativeGap, random_seed: 1 },
      });
      if (start) model.setSolution({ colValue: start });
      model.run();
      const isOptimal = model.getModelStatus() === highs.constants.modelStatus.optimal;
      const isFeasible = isOptimal || model.info.get('primal_solution_status') === 2;
      const solution = isFeasible ? model.getSolution() : undefined;
      const objective = isFeasible ? model.getObjectiveValue() : 0;
      return {
        values: solution && Float64Array.from(solution.colValue),
        objective,
        bound: isWhole ? Number(model.info.get('mip_dual_bound')) : isOptimal ? objective : Infinity,
        isOptimal,
        rowDual: isWhole || !solution ? new Float64Array() : Float64Array.from(solution.rowDual),
      };
    },
  );
}
