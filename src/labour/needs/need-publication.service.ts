import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { Tx } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { needPublished } from '../labour.events.js';
import type { WageUnit } from '../wage.js';
import type { Period } from './need.rules.js';

/** A need as an import brings it; the importer has checked it by the rules. */
export interface ImportedNeed extends Period {
  readonly hostId: string;
  readonly reference: string;
  readonly occupationId: string;
  readonly minLevel: number;
  readonly acceptsSubstitutes: boolean;
  readonly headcount: number;
  readonly priority: number;
  readonly regionId: string;
  readonly address: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly shift: string;
  readonly wageFen: number;
  readonly wageUnit: WageUnit;
  readonly currency: string;
  readonly lodging: boolean;
  readonly description: string;
}

/** Puts many needs on the market at once. */
@Injectable()
export class NeedPublication {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Writes needs in the caller's transaction: one statement, one event per region, one audit entry. Call it late. */
  async publishImported(tx: Tx, viewer: Viewer, needs: readonly ImportedNeed[]): Promise<void> {
    if (needs.length === 0) return;
    const rows = needs.map((need) => ({ ...need, id: newId() }));
    await tx.query(
      `INSERT INTO labour_need (id, host_id, reference, occupation_id, min_level, accepts_substitutes, headcount, priority, region_id, address,
                                latitude, longitude, starts_on, ends_on, shift, wage_fen, wage_unit, currency, lodging, description, state, published_at)
       SELECT id, "hostId", reference, "occupationId", "minLevel", "acceptsSubstitutes", headcount, priority, "regionId", address,
              latitude, longitude, "startsOn", "endsOn", shift, "wageFen", "wageUnit", currency, lodging, description, 'open', now()
       FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, "hostId" uuid, reference text, "occupationId" text, "minLevel" int, "acceptsSubstitutes" boolean,
         headcount int, priority int, "regionId" text, address text, latitude float8, longitude float8, "startsOn" date, "endsOn" date, shift text,
         "wageFen" int, "wageUnit" text, currency text, lodging boolean, description text)`,
      [JSON.stringify(rows)],
    );
    const firstByRegion = new Map(rows.map((row) => [row.regionId, row]));
    await this.outbox.recordAll(
      tx,
      [...firstByRegion.values()].map(({ id: needId, hostId, regionId }) =>
        needPublished({ needId, hostId, regionId }),
      ),
    );
    await this.audit.record(tx, viewer, {
      action: 'need.import',
      subjectType: 'need',
      subjectId: rows[0]?.id ?? '',
      details: { needs: rows.length },
    });
  }
}
