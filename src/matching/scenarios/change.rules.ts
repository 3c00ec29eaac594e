import type { Refusal } from '../../platform/errors/index.js';
import type { Change } from './change.js';
import type { WhatIfChangeInput } from './scenario.input.js';
import { scenarioMessages } from './scenario.messages.js';

type Field = Exclude<keyof WhatIfChangeInput, 'kind'>;

/** What each kind of change cannot do without. */
const needed: Readonly<Record<Change['kind'], readonly Field[]>> = {
  wage: ['addFen'],
  wage_floor: ['wageFen', 'wageUnit'],
  level: ['lowerBy'],
  lodging: [],
  substitutes: [],
  overlap: ['percent'],
  reach: ['addM'],
  shuttle: ['fromRegionId'],
  training: ['fromOccupationId', 'occupationId', 'workers'],
  closing: ['hostId'],
  opening: ['regionId', 'occupationId', 'level', 'seats', 'wageFen', 'wageUnit'],
  arrivals: ['regionId', 'occupationId', 'level', 'workers', 'wageFen', 'wageUnit', 'radiusM'],
};

/** One refusal for each field that a change lacks. */
export function refuseIncomplete(input: WhatIfChangeInput, path: string): Refusal[] {
  return needed[input.kind]
    .filter((field) => input[field] === undefined || input[field] === null)
    .map((field) => ({
      code: 'VALIDATION_FAILED',
      message: scenarioMessages.neededFor,
      params: { kind: input.kind },
      field: `${path}.${field}`,
    }));
}

/** The change that a complete input asks for. */
export function changeOf(input: WhatIfChangeInput): Change {
  const { needId, regionId, occupationId, hostId } = input;
  const scope = { needId: needId ?? null, regionId: regionId ?? null, occupationId: occupationId ?? null };
  const place = { regionId: regionId ?? '', occupationId: occupationId ?? '', level: input.level ?? 1 };
  const pay = { wageFen: input.wageFen ?? 0, wageUnit: input.wageUnit ?? '' };
  switch (input.kind) {
    case 'wage':
      return { kind: 'wage', addFen: input.addFen ?? 0, ...scope };
    case 'wage_floor':
      return { kind: 'wage_floor', ...pay, ...scope };
    case 'level':
      return { kind: 'level', lowerBy: input.lowerBy ?? 0, ...scope };
    case 'lodging':
      return { kind: 'lodging', ...scope };
    case 'substitutes':
      return { kind: 'substitutes', ...scope };
    case 'overlap':
      return { kind: 'overlap', percent: input.percent ?? 100, ...scope };
    case 'reach':
      return { kind: 'reach', addM: input.addM ?? 0, ...scope };
    case 'shuttle':
      return { kind: 'shuttle', fromRegionId: input.fromRegionId ?? '', to: scope };
    case 'training':
      return {
        ...{ kind: 'training', from: input.fromOccupationId ?? '', into: occupationId ?? '' },
        ...{ workers: input.workers ?? 0, regionId: regionId ?? null },
      };
    case 'closing':
      return { kind: 'closing', hostId: hostId ?? '' };
    case 'opening':
      return { kind: 'opening', ...place, ...pay, seats: input.seats ?? 0 };
    case 'arrivals':
      return {
        ...{ kind: 'arrivals', ...place, workers: input.workers ?? 0 },
        ...{ wageFloorFen: pay.wageFen, wageUnit: pay.wageUnit, radiusM: input.radiusM ?? 0 },
      };
  }
}
