import type { LocalDate } from '../../platform/clock/clock.js';
import type { Database } from '../../platform/database/database.js';
import type { TransportDirection } from './transport.entity.js';

/** Somebody who travels on a day, with their home and the site where they work. */
export interface Rider {
  readonly placementId: string;
  readonly workerId: string;
  readonly host: string;
  readonly homeLatitude: number;
  readonly homeLongitude: number;
  readonly siteLatitude: number;
  readonly siteLongitude: number;
}

/** People of one origin and destination who travel on one day. */
export interface TransportGroup {
  readonly day: LocalDate;
  readonly originId: string;
  readonly destinationId: string;
  readonly heads: number;
  /** How many of them have been asked to a bus already, and have not declined. */
  readonly seated: number;
  readonly homeLatitude: number;
  readonly homeLongitude: number;
  readonly siteLatitude: number;
  readonly siteLongitude: number;
}

const mostGroups = 200;

/** Day on which a placement is travelled to, or home from. */
const dayOf: Readonly<Record<TransportDirection, string>> = { out: 'p.starts_on', home: 'p.ends_on' };

const seatOf = `EXISTS (SELECT 1 FROM transport_seat s WHERE s.placement_id = p.id AND s.direction = $1 AND s.state IN ('asked', 'taken'))`;

/** The county of a region, or the region itself where it lies in none. */
const countyOf = (
  region: string,
): string => `coalesce((SELECT c.id FROM region_ancestor a JOIN region c ON c.id = a.ancestor_id AND c.level = 'county'
    WHERE a.region_id = ${region} LIMIT 1), ${region})`;

/** Groups that touch a region, by county of home and of work, the largest first; at most 200. */
export function findGroups(
  db: Database,
  regionId: string,
  ask: {
    readonly direction: TransportDirection;
    readonly from: LocalDate;
    readonly until: LocalDate;
    readonly least: number;
  },
): Promise<TransportGroup[]> {
  const day = dayOf[ask.direction];
  return db.rows<TransportGroup>(
    `SELECT ${day}::text AS day, o.id AS "originId", d.id AS "destinationId", count(*)::int AS heads,
            count(*) FILTER (WHERE ${seatOf})::int AS seated,
            avg(w.latitude) AS "homeLatitude", avg(w.longitude) AS "homeLongitude", avg(n.latitude) AS "siteLatitude", avg(n.longitude) AS "siteLongitude"
     FROM placement p JOIN worker w ON w.id = p.worker_id JOIN labour_need n ON n.id = p.need_id
     JOIN region o ON o.id = ${countyOf('w.region_id')} JOIN region d ON d.id = ${countyOf('n.region_id')}
     WHERE ${day} BETWEEN $2 AND $3 AND p.state IN ('planned', 'active')
       AND EXISTS (SELECT 1 FROM region_ancestor a WHERE a.region_id IN (w.region_id, n.region_id) AND a.ancestor_id = $4)
     GROUP BY 1, 2, 3 HAVING count(*) >= $5 ORDER BY count(*) DESC, 1, 2, 3 LIMIT ${mostGroups}`,
    [ask.direction, ask.from, ask.until, regionId, ask.least],
  );
}

/** Those of one origin and destination who travel on a day and have no seat yet. */
export function findRiders(
  db: Database,
  of: {
    readonly direction: TransportDirection;
    readonly day: LocalDate;
    readonly originId: string;
    readonly destinationId: string;
  },
): Promise<Rider[]> {
  return db.rows<Rider>(
    `SELECT p.id AS "placementId", p.worker_id AS "workerId", h.name AS host, w.latitude AS "homeLatitude", w.longitude AS "homeLongitude",
            n.latitude AS "siteLatitude", n.longitude AS "siteLongitude"
     FROM placement p JOIN worker w ON w.id = p.worker_id JOIN labour_need n ON n.id = p.need_id JOIN enterprise h ON h.id = p.host_id
     WHERE ${dayOf[of.direction]} = $2 AND p.state IN ('planned', 'active') AND NOT ${seatOf}
       AND EXISTS (SELECT 1 FROM region_ancestor a WHERE a.region_id = w.region_id AND a.ancestor_id = $3)
       AND EXISTS (SELECT 1 FROM region_ancestor a WHERE a.region_id = n.region_id AND a.ancestor_id = $4)
     ORDER BY p.id`,
    [of.direction, of.day, of.originId, of.destinationId],
  );
}
