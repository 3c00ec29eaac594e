import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { EnterpriseViewer, Viewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { mapConstraints } from '../../platform/database/constraints.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { forbidden, notFound, orRefuse, refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/ids.js';
import { Bureaus } from '../bureaus/bureau.service.js';
import { directoryMessages } from '../directory.messages.js';
import { Industries } from '../industries/industry.service.js';
import { Regions } from '../regions/region.service.js';
import { rowsById } from '../taxonomies/taxonomy.loader.js';
import { refuseReservedScheme, unknownReference } from '../taxonomies/taxonomy.rules.js';
import { Enterprise } from './enterprise.entity.js';
import { type ImportedEnterprise, upsertImported } from './enterprise.loader.js';
import { maySeeEnterprise } from './enterprise.policy.js';
import type { EnterpriseSize } from './enterprise-size.js';
import { refuseUscc, usccOf } from './enterprise.rules.js';

/** The scheme of enterprises that sign up by themselves: GB 32100. */
export const usccScheme = 'USCC';

mapConstraints({
  enterprise_registration_unique: {
    code: 'CONFLICT',
    message: directoryMessages.usccTaken,
    field: 'input.registrationCode',
  },
  // Imports do not look each code up first; the database does.
  enterprise_region_id_fkey: unknownReference('regionId'),
  enterprise_industry_id_fkey: unknownReference('industryId'),
});

/** What an enterprise says about itself. Coordinates in degrees, WGS 84. */
export interface EnterpriseDetails {
  readonly registrationCode: string;
  readonly name: string;
  readonly industryId?: string | null;
  /** Left out: as it stands. */
  readonly size?: EnterpriseSize;
  readonly regionId: string;
  readonly address?: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Left out: as it stands. */
  readonly legalRepresentative?: string;
  readonly handlerName?: string;
}

type CheckedDetails = Pick<
  Enterprise,
  'registrationCode' | 'name' | 'industryId' | 'regionId' | 'address' | 'latitude' | 'longitude'
> &
  Partial<Pick<Enterprise, 'size' | 'legalRepresentative' | 'handlerName'>>;

/** Enterprises: who they are and where. */
@Injectable()
export class Enterprises {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly regions: Regions,
    private readonly industries: Industries,
    private readonly bureaus: Bureaus,
    private readonly audit: Audit,
  ) {}

  readonly byIds: BatchLoad<Enterprise> = (ids) => rowsById(this.db.reader, Enterprise, ids);

  /** The enterprise, or NOT_FOUND at `field`. */
  async require(tx: EntityManager, id: string, field: string): Promise<Enterprise> {
    return orRefuse(await tx.findOneBy(Enterprise, { id }), notFound(field));
  }

  /** Registers an enterprise, to be verified by a bureau. It writes the audit trail: call it late in the transaction. */
  async create(tx: Tx, viewer: Viewer, details: EnterpriseDetails, field = 'input'): Promise<Enterprise> {
    const enterprise = tx.create(Enterprise, {
      id: newId(),
      registrationScheme: usccScheme,
      verification: 'submitted',
      createdAt: this.clock.now(),
      submittedAt: this.clock.now(),
      ...(await this.checked(tx, details, field)),
    });
    await tx.insert(Enterprise, enterprise);
    await this.audit.record(tx, viewer, {
      action: 'enterprise.submit',
      subjectType: 'enterprise',
      subjectId: enterprise.id,
    });
    return enterprise;
  }

  /** The columns that checked details fill; VALIDATION_FAILED at `<field>.<name>` where one does not hold. */
  async checked(tx: EntityManager, details: EnterpriseDetails, field = 'input'): Promise<CheckedDetails> {
    const { registrationCode, name, industryId = null, regionId, address = '', latitude, longitude } = details;
    refuse(refuseUscc(registrationCode, `${field}.registrationCode`));
    await this.regions.require(tx, regionId, `${field}.regionId`);
    if (industryId !== null) await this.industries.require(tx, industryId, `${field}.industryId`);
    return {
      registrationCode: usccOf(registrationCode) ?? registrationCode,
      name,
      industryId,
      regionId,
      address,
      latitude,
      longitude,
      ...(details.size && { size: details.size }),
      ...peopleOf(details),
    };
  }

  /**
   * Inserts or updates enterprises of a foreign register as verified: its keeper vouches for them.
   * Returns ids by `scheme:code`. USCC is refused: those sign up by themselves.
   */
  async createImported(tx: Tx, rows: readonly ImportedEnterprise[]): Promise<Map<string, string>> {
    refuse(
      refuseReservedScheme(
        rows.map((row) => ({ scheme: row.registrationScheme, code: row.registrationCode })),
        usccScheme,
      ),
    );
    return upsertImported(tx, rows);
  }

  /** Its owner says how large it is; indicators count it so from now on. */
  async stateSize(viewer: EnterpriseViewer, size: EnterpriseSize): Promise<Enterprise> {
    refuse(viewer.role === 'owner' ? undefined : forbidden);
    return this.db.transaction(async (tx) => {
      const enterprise = await this.require(tx, viewer.enterpriseId, 'input');
      const stated = await tx.save(Object.assign(enterprise, { size }));
      await this.audit.record(tx, viewer, {
        ...{ action: 'enterprise.size', subjectType: 'enterprise', subjectId: enterprise.id, details: { size } },
      });
      return stated;
    });
  }

  async mine(viewer: EnterpriseViewer): Promise<Enterprise> {
    return this.require(this.db.reader, viewer.enterpriseId, 'id');
  }

  /** The enterprise as far as the viewer may look it up, else NOT_FOUND at `field`. */
  async visible(viewer: Viewer, id: string, field = 'id'): Promise<Enterprise> {
    const enterprise = await this.require(this.db.reader, id, field);
    const covered =
      viewer.kind === 'bureau' && (await this.bureaus.covers(this.db.reader, viewer.regionId, enterprise.regionId));
    if (!maySeeEnterprise(viewer, enterprise, covered)) refuse(notFound(field));
    return enterprise;
  }
}

/** Who stands behind the registration, as far as it is said. */
export function peopleOf({
  legalRepresentative,
  handlerName,
}: Pick<EnterpriseDetails, 'legalRepresentative' | 'handlerName'>): Partial<
  Pick<Enterprise, 'legalRepresentative' | 'handlerName'>
> {
  return { ...(legalRepresentative && { legalRepresentative }), ...(handlerName && { handlerName }) };
}
