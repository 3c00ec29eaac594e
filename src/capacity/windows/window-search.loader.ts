import type { EntityManager } from 'typeorm';
import { rowsOf } from '../../platform/database/database.js';
import type { AttributeBound } from '../processes/process.rules.js';
import type { FoundPlace } from './window-search.rules.js';

/** What is asked of the supply; every condition that is left out holds. */
export interface SupplyQuery {
  readonly processId?: string | null;
  readonly machineTypeId?: string | null;
  readonly attributes: readonly AttributeBound[];
  readonly regionId?: string | null;
  readonly from: string;
  readonly until: string;
  readonly withOperators?: boolean | null;
  readonly maxFenPerHour?: number | null;
  readonly minFreeMinutes: number;
  readonly near?: {
    readonly latitude: number;
    readonly longitude: number;
    readonly maxDistanceM?: number | null;
  } | null;
  readonly after?: FoundPlace | undefined;
  readonly limit: number;
}

export interface FoundWindow {
  readonly windowId: string;
  readonly freeMinutes: number;
  readonly distanceM: number | null;
}

/** Windows with free minutes in a period: the nearest first where a place is given, else the newest. Uses capacity_day_free. */
export async function findWindows(tx: EntityManager, asked: SupplyQuery): Promise<FoundWindow[]> {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const { near, after } = asked;
  const distance = near ? distanceSql(bind(near.latitude), bind(near.longitude)) : 'NULL::int';
  const conditions = conditionsOf(asked, bind);
  const beyond = ['TRUE'];
  if (near?.maxDistanceM) beyond.push(`f."distanceM" <= ${bind(near.maxDistanceM)}`);
  if (after)
    beyond.push(
      near
        ? `(f."distanceM", f."windowId") > (${bind(after.distanceM)}::int, ${bind(after.windowId)}::uuid)`
        : `f."windowId" < ${bind(after.windowId)}::uuid`,
    );
  return rowsOf(
    tx,
    `SELECT * FROM (
       SELECT s.window_id AS "windowId", sum(s.free_minutes)::int AS "freeMinutes", min(${distance}) AS "distanceM"
       FROM capacity_supply s WHERE ${conditions.join(' AND ')}
       GROUP BY s.window_id HAVING sum(s.free_minutes) >= ${bind(asked.minFreeMinutes)}) f
     WHERE ${beyond.join(' AND ')}
     ORDER BY ${near ? 'f."distanceM", f."windowId"' : 'f."windowId" DESC'} LIMIT ${bind(asked.limit)}`,
    values,
  );
}

function conditionsOf(asked: SupplyQuery, bind: (value: unknown) => string): string[] {
  const { processId, machineTypeId, regionId, from, until, withOperators, maxFenPerHour } = asked;
  const conditions = [`s.day BETWEEN ${bind(from)} AND ${bind(until)}`];
  if (processId) conditions.push(`s.process_id = ${bind(processId)}`);
  if (machineTypeId) conditions.push(`s.machine_type_id = ${bind(machineTypeId)}`);
  if (regionId)
    conditions.push(`s.region_id IN (SELECT region_id FROM region_ancestor WHERE ancestor_id = ${bind(regionId)})`);
  if (typeof withOperators === 'boolean') conditions.push(`s.with_operators = ${bind(withOperators)}`);
  if (typeof maxFenPerHour === 'number') conditions.push(`s.fen_per_hour <= ${bind(maxFenPerHour)}`);
  for (const { name, atLeast, atMost } of asked.attributes) {
    const value = `(s.attributes ->> ${bind(name)})::numeric`;
    if (typeof atLeast === 'number') conditions.push(`${value} >= ${bind(atLeast)}::numeric`);
    if (typeof atMost === 'number') conditions.push(`${value} <= ${bind(atMost)}::numeric`);
  }
  return conditions;
}

/** Great-circle metres on the mean sphere, whole. */
function distanceSql(latitude: string, longitude: string): string {
  const half = (degrees: string): string => `sin(radians(${degrees}) / 2) ^ 2`;
  return `round(2 * 6371008.8 * asin(least(1, sqrt(${half(`s.latitude - ${latitude}::float8`)}
    + cos(radians(${latitude}::float8)) * cos(radians(s.latitude)) * ${half(`s.longitude - ${longitude}::float8`)}))))::int`;
}
