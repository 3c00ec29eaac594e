import type { RemediesFragment, WageUnit, WhatIfChangeInput, WhatIfKind } from './what-if.graphql.ts';

export interface Chosen {
  readonly id: string;
  readonly name: string;
}

/** One change as it is filled in; its kind tells which fields are asked. */
export interface ChangeDraft {
  /** For the list on the screen. */
  readonly key: string;
  readonly kind: WhatIfKind;
  readonly region: Chosen | null;
  readonly occupation: Chosen | null;
  readonly fromRegion: Chosen | null;
  readonly fromOccupation: Chosen | null;
  readonly host: Chosen | null;
  readonly wage: string;
  readonly wageUnit: WageUnit;
  readonly lowerBy: string;
  readonly percent: string;
  readonly km: string;
  readonly workers: string;
  readonly seats: string;
  readonly level: string;
}

export type ChangeField = Exclude<keyof ChangeDraft, 'key' | 'kind'>;

/** As many as the API takes at a time. */
export const mostChanges = 10;

export const kinds: readonly WhatIfKind[] = [
  'WAGE',
  'WAGE_FLOOR',
  'LEVEL',
  'LODGING',
  'SUBSTITUTES',
  'OVERLAP',
  'REACH',
  'SHUTTLE',
  'TRAINING',
  'OPENING',
  'CLOSING',
  'ARRIVALS',
];

/** The part of the market that a change is for; all of it where nothing is chosen. */
const scope: readonly ChangeField[] = ['region', 'occupation'];
const place: readonly ChangeField[] = ['region', 'occupation', 'level'];
const pay: readonly ChangeField[] = ['wage', 'wageUnit'];

/** What a kind cannot do without. */
const needed: Readonly<Record<WhatIfKind, readonly ChangeField[]>> = {
  WAGE: ['wage'],
  WAGE_FLOOR: pay,
  LEVEL: ['lowerBy'],
  LODGING: [],
  SUBSTITUTES: [],
  OVERLAP: ['percent'],
  REACH: ['km'],
  SHUTTLE: ['fromRegion'],
  TRAINING: ['fromOccupation', 'occupation', 'workers'],
  CLOSING: ['host'],
  OPENING: [...place, 'seats', ...pay],
  ARRIVALS: [...place, 'workers', ...pay, 'km'],
};

/** The fields that a kind asks for, those that it needs first. */
export function fieldsOf(kind: WhatIfKind): readonly ChangeField[] {
  return kind === 'CLOSING' ? needed[kind] : [...new Set([...needed[kind], ...scope])];
}

export function isNeeded(kind: WhatIfKind, field: ChangeField): boolean {
  return needed[kind].includes(field);
}

export function blankChange(key: string): ChangeDraft {
  return {
    ...{ key, kind: 'WAGE', wage: '', wageUnit: 'HOUR', lowerBy: '1', percent: '50', km: '10' },
    ...{ workers: '10', seats: '10', level: '1' },
    ...{ region: null, occupation: null, fromRegion: null, fromOccupation: null, host: null },
  };
}

/** What is asked of a draft; undefined while something that it needs is missing. */
export function inputOf(draft: ChangeDraft): WhatIfChangeInput | undefined {
  const { kind } = draft;
  const asked = fieldsOf(kind);
  if (asked.some((field) => isNeeded(kind, field) && !isFilled(draft[field]))) return undefined;
  return asked.reduce<WhatIfChangeInput>((input, field) => ({ ...input, ...partOf(draft, field) }), { kind });
}

interface Amount {
  readonly label: 'addFen' | 'wage' | 'floor' | 'addKm' | 'radius' | 'lowerBy' | 'percent' | 'workers' | 'seats';
  /** As the API calls it. */
  readonly name: keyof WhatIfChangeInput;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

export type AmountField = 'wage' | 'km' | 'lowerBy' | 'percent' | 'workers' | 'seats';

const most = { lowerBy: 4, percent: 100, workers: 100_000, seats: 10_000 } as const;

/** How an amount is asked for: what it means depends on the kind. */
export function amountOf(kind: WhatIfKind, field: AmountField): Amount {
  if (field === 'wage') {
    const money = { min: 0.01, max: 1_000_000, step: 0.01 };
    if (kind === 'WAGE') return { label: 'addFen', name: 'addFen', ...money };
    return { label: kind === 'ARRIVALS' ? 'floor' : 'wage', name: 'wageFen', ...money };
  }
  if (field === 'km') {
    const way = { min: 0.001, max: 1_000, step: 0.001 };
    return kind === 'REACH' ? { label: 'addKm', name: 'addM', ...way } : { label: 'radius', name: 'radiusM', ...way };
  }
  return { label: field, name: field, min: 1, max: most[field], step: 1 };
}

function isFilled(value: ChangeDraft[ChangeField]): boolean {
  return value !== null && value !== '';
}

function partOf(draft: ChangeDraft, field: ChangeField): Partial<WhatIfChangeInput> {
  const { kind, region, occupation, fromRegion, fromOccupation, host } = draft;
  switch (field) {
    case 'region':
      return region ? { regionId: region.id } : {};
    case 'occupation':
      return occupation ? { occupationId: occupation.id } : {};
    case 'fromRegion':
      return fromRegion ? { fromRegionId: fromRegion.id } : {};
    case 'fromOccupation':
      return fromOccupation ? { fromOccupationId: fromOccupation.id } : {};
    case 'host':
      return host ? { hostId: host.id } : {};
    case 'wage':
      return kind === 'WAGE' ? { addFen: fen(draft.wage) } : { wageFen: fen(draft.wage) };
    case 'wageUnit':
      return { wageUnit: draft.wageUnit };
    case 'km':
      return kind === 'REACH' ? { addM: metres(draft.km) } : { radiusM: metres(draft.km) };
    case 'lowerBy':
    case 'percent':
    case 'workers':
    case 'seats':
    case 'level':
      return { [field]: Number(draft[field]) };
  }
}

function fen(yuan: string): number {
  return Math.round(100 * Number(yuan));
}

function metres(km: string): number {
  return Math.round(1000 * Number(km));
}

export type Remedy = RemediesFragment['remedies'][number];

/** Where seats were asked about. */
export interface Scope {
  readonly region: Chosen | null;
  readonly occupation: Chosen | null;
}

/** A remedy as a change of the workbench, for the same part of the market; so both solve the same. */
export function draftOf(remedy: Remedy, asked: Scope, key: string): ChangeDraft {
  const { kind, addFen, lowerBy, addM, percent, workers, fromRegion, fromOccupation, occupation } = remedy;
  return {
    ...blankChange(key),
    ...asked,
    ...(kind === 'TRAINING' && { occupation, fromOccupation }),
    ...{ kind, fromRegion },
    ...(addFen !== null && { wage: String(addFen / 100) }),
    ...(addM !== null && { km: String(addM / 1000) }),
    ...(lowerBy !== null && { lowerBy: String(lowerBy) }),
    ...(percent !== null && { percent: String(percent) }),
    ...(workers !== null && { workers: String(workers) }),
  };
}
