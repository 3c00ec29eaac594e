import { Injectable } from '@nestjs/common';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import { Database } from '../../platform/database/database.js';

/** What is reserved for a requirement and still holds; quantities are decimals as text. */
export interface AllocationRow {
  readonly id: string;
  readonly requirementId: string;
  readonly reserved: string;
  readonly confirmed: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly transferId: string | null;
  readonly bookingId: string | null;
  readonly needId: string | null;
  /** Whose goods or machine; null for workers, who are told of by their offers. */
  readonly enterpriseId: string | null;
}

@Injectable()
export class Allocations {
  constructor(private readonly db: Database) {}

  /** By requirement: what holds, oldest first. Goods count for the whole requirement, hours and people for their own days. */
  readonly byRequirement: BatchLoad<readonly AllocationRow[]> = async (ids) => {
    const rows = await this.db.rows<AllocationRow>(
      `SELECT a.id, a.requirement_id AS "requirementId", s.reserved::text, s.confirmed::text,
              coalesce(b.starts_on, n.starts_on, r.starts_on)::text AS "startsOn", coalesce(b.ends_on, n.ends_on, r.ends_on)::text AS "endsOn",
              a.transfer_id AS "transferId", a.booking_id AS "bookingId", a.need_id AS "needId", coalesce(t.owner_id, b.owner_id) AS "enterpriseId"
       FROM order_allocation a JOIN order_allocation_status s ON s.allocation_id = a.id JOIN order_requirement r ON r.id = a.requirement_id
       LEFT JOIN material_transfer t ON t.id = a.transfer_id LEFT JOIN capacity_booking b ON b.id = a.booking_id
       LEFT JOIN labour_need n ON n.id = a.need_id
       WHERE a.requirement_id = ANY($1) AND s.reserved > 0 ORDER BY a.id`,
      [ids],
    );
    const byRequirement = new Map<string, AllocationRow[]>();
    for (const row of rows)
      byRequirement.set(row.requirementId, [...(byRequirement.get(row.requirementId) ?? []), row]);
    return byRequirement;
  };
}
