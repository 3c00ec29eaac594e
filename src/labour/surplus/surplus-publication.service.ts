import { Injectable } from '@nestjs/common';
import { type NewHead, Occupations, Regions, Sanctions, Workers } from '../../directory/index.js';
import { Audit } from '../../platform/audit/audit.js';
import type { EnterpriseViewer, Viewer } from '../../platform/auth/viewer.js';
import type { Tx } from '../../platform/database/database.js';
import { refuse, refuseAll } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { openForHeads } from '../availability/availability.loader.js';
import { type Period, refuseBackwardPeriod } from '../needs/need.rules.js';
import type { WageUnit } from '../wage.js';
import type { SurplusReason } from './surplus.entity.js';
import { surplusPublished } from './surplus.events.js';
import { insertLines, insertListings } from './surplus.loader.js';
import { codesWithPaths, partsOf } from './surplus.rules.js';

/** So many heads of one skill. Wage in the hundredth part of the currency, coordinates in degrees, radii in metres. */
export interface NewLine {
  readonly occupationId: string;
  readonly level: number;
  readonly headcount: number;
  readonly wageFloorFen: number;
  readonly wageUnit: WageUnit;
  readonly currency: string;
  readonly regionId: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly radiusM: number;
  readonly relocationRadiusM: number | null;
  readonly reference: string;
}

export interface NewListing extends Period {
  readonly lenderId: string;
  readonly reason: SurplusReason;
  readonly lines: readonly NewLine[];
}

/** A line as it was written, with the workers that stand for its heads. */
export interface PublishedLine {
  readonly listingId: string;
  readonly lineId: string;
  readonly reference: string;
  readonly workerIds: readonly string[];
}

interface Head extends NewHead {
  readonly lineId: string;
}

// Bounds the memory of one statement's parameters; fewer, larger statements are no faster.
const headsPerStatement = 10_000;

/** Puts heads on the market: listing, lines, unnamed workers and their availabilities, few or very many. */
@Injectable()
export class SurplusPublication {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly workers: Workers,
    private readonly sanctions: Sanctions,
    private readonly occupations: Occupations,
    private readonly regions: Regions,
  ) {}

  /** One listing of the viewer's enterprise, in the caller's transaction. It audits: call it last. Returns the listing's id. */
  async publish(tx: Tx, viewer: EnterpriseViewer, listing: Omit<NewListing, 'lenderId'>): Promise<string> {
    const lenderId = viewer.enterpriseId;
    refuse(await this.sanctions.refuseDealing(tx, [lenderId]));
    for (const [id, path] of codesWithPaths(listing.lines, 'occupationId'))
      await this.occupations.require(tx, id, path);
    for (const [id, path] of codesWithPaths(listing.lines, 'regionId')) await this.regions.require(tx, id, path);
    const id = newId();
    const heads = (await this.write(tx, [{ ...listing, id, lenderId }])).flatMap((line) => line.workerIds);
    await this.outbox.record(tx, surplusPublished({ listingId: id, regionIds: regionsIn(listing.lines) }));
    const details = { lines: listing.lines.length, heads: heads.length };
    await this.audit.record(tx, viewer, { action: 'surplus.publish', subjectType: 'surplus', subjectId: id, details });
    return id;
  }

  /**
   * Listings of any number of lenders, in the caller's transaction: 130,000 heads take seconds. One event and
   * one entry of the audit trail for all: call it late. Returns the lines in the order given.
   * RULE_VIOLATED for a lender that may not deal; VALIDATION_FAILED for unknown codes and backward periods.
   */
  async publishImported(tx: Tx, viewer: Viewer, listings: readonly NewListing[]): Promise<PublishedLine[]> {
    if (listings.length === 0) return [];
    refuseAll(listings.map(refuseBackwardPeriod));
    refuse(await this.sanctions.refuseDealing(tx, [...new Set(listings.map(({ lenderId }) => lenderId))]));
    const lines = await this.write(
      tx,
      listings.map((listing) => ({ ...listing, id: newId() })),
    );
    const regionIds = regionsIn(listings.flatMap((listing) => listing.lines));
    const eventId = await this.outbox.record(tx, surplusPublished({ listingId: null, regionIds }));
    const heads = lines.reduce((sum, line) => sum + line.workerIds.length, 0);
    const details = { listings: listings.length, lines: lines.length, heads };
    await this.audit.record(tx, viewer, {
      action: 'surplus.import',
      subjectType: 'event',
      subjectId: eventId,
      details,
    });
    return lines;
  }

  private async write(tx: Tx, listings: readonly (NewListing & { readonly id: string })[]): Promise<PublishedLine[]> {
    const lines = listings.flatMap((listing) =>
      listing.lines.map((line) => ({ ...line, id: newId(), listingId: listing.id, lenderId: listing.lenderId })),
    );
    await insertListings(tx, listings);
    await insertLines(tx, lines);
    const heads = lines.flatMap((line) => headsOf(line));
    for (const part of partsOf(heads, headsPerStatement)) {
      await this.workers.createHeads(tx, part);
      await openForHeads(
        tx,
        part.map(({ id, lineId }) => ({ workerId: id, lineId })),
      );
    }
    let next = 0;
    return lines.map(({ id, listingId, reference, headcount }) => {
      const workerIds = heads.slice(next, (next += headcount)).map((head) => head.id);
      return { listingId, lineId: id, reference, workerIds };
    });
  }
}

function headsOf(line: NewLine & { readonly id: string; readonly lenderId: string }): Head[] {
  const { id: lineId, lenderId: homeEnterpriseId, regionId, latitude, longitude, occupationId, level } = line;
  const skills = [{ occupationId, level }];
  return Array.from({ length: line.headcount }, () => {
    return { id: newId(), lineId, homeEnterpriseId, regionId, latitude, longitude, skills };
  });
}

function regionsIn(lines: readonly { readonly regionId: string }[]): string[] {
  return [...new Set(lines.map(({ regionId }) => regionId))].sort();
}
