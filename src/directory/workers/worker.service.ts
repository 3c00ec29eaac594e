import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import { mapConstraints } from '../../platform/database/constraints.js';
import { Database, rowsOf, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse } from '../../platform/errors/index.js';
import { Certificates } from '../certificates/certificate.service.js';
import { Occupations } from '../occupations/occupation.service.js';
import { Regions } from '../regions/region.service.js';
import { rowsById } from '../taxonomies/taxonomy.loader.js';
import { refuseDuplicate, unknownReference } from '../taxonomies/taxonomy.rules.js';
import { Worker, WorkerCertificate, WorkerSkill } from './worker.entity.js';
import {
  blankPlace,
  byWorker,
  type CertificateHeld,
  type HeadSkill,
  insertHeads,
  type NewHead,
  type Place,
  type SkillRow,
  upsertCertificatesHeld,
  upsertSkills,
} from './worker.loader.js';

// Bulk writes do not look each code up first; the database does.
mapConstraints({
  worker_region_id_fkey: unknownReference('regionId'),
  worker_home_enterprise_id_fkey: unknownReference('homeEnterpriseId'),
  worker_skill_occupation_id_fkey: unknownReference('occupationId'),
  worker_certificate_certificate_code_fkey: unknownReference('certificateCode'),
});

/** Workers as heads that can be placed, with what they can do. Who they are: WorkerPersons. */
@Injectable()
export class Workers {
  constructor(
    private readonly db: Database,
    private readonly regions: Regions,
    private readonly occupations: Occupations,
    private readonly certificates: Certificates,
  ) {}

  readonly byIds: BatchLoad<Worker> = (ids) => rowsById(this.db.reader, Worker, ids);

  readonly skillsOf: BatchLoad<readonly WorkerSkill[]> = async (ids) =>
    byWorker(
      ids,
      await this.db.reader.find(WorkerSkill, { where: { workerId: In([...ids]) }, order: { occupationId: 'ASC' } }),
    );

  readonly certificatesOf: BatchLoad<readonly WorkerCertificate[]> = async (ids) =>
    byWorker(
      ids,
      await this.db.reader.find(WorkerCertificate, {
        where: { workerId: In([...ids]) },
        order: { certificateCode: 'ASC' },
      }),
    );

  /** The worker, or NOT_FOUND at `field`. */
  async require(tx: EntityManager, id: string, field: string): Promise<Worker> {
    return orRefuse(await tx.findOneBy(Worker, { id }), notFound(field));
  }

  /** Creates any number of unnamed heads with their skills, in two statements. VALIDATION_FAILED for unknown codes. */
  async createHeads(tx: Tx, heads: readonly NewHead[]): Promise<void> {
    if (heads.length === 0) return;
    await insertHeads(tx, heads);
    await this.addSkills(
      tx,
      heads.flatMap(({ id, skills }) => skills.map((skill) => ({ workerId: id, ...skill }))),
    );
  }

  /** Adds skills, or changes the levels of those already there. */
  async addSkills(tx: Tx, rows: readonly SkillRow[]): Promise<void> {
    if (rows.length > 0) await upsertSkills(tx, rows);
  }

  /** Adds certificates, or changes how long those already there are valid. */
  async addCertificates(tx: Tx, rows: readonly CertificateHeld[]): Promise<void> {
    if (rows.length > 0) await upsertCertificatesHeld(tx, rows);
  }

  /** Holds a worker's row until the transaction ends. */
  async lock(tx: Tx, workerId: string): Promise<void> {
    await tx.findOneOrFail(Worker, { where: { id: workerId }, lock: { mode: 'for_no_key_update' } });
  }

  /** Sets a worker's rating, 0 to 100; whether it was another before. */
  async setRating(tx: Tx, workerId: string, rating: number | null): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      'UPDATE worker SET rating = $2 WHERE id = $1 AND rating IS DISTINCT FROM $2::smallint RETURNING id',
      [workerId, rating],
    );
    return rows.length > 0;
  }

  /** Moves a worker's place. */
  async move(tx: Tx, workerId: string, { regionId, latitude, longitude }: Place): Promise<void> {
    await this.regions.require(tx, regionId, 'input.regionId');
    await tx.update(Worker, { id: workerId }, { regionId, latitude, longitude });
  }

  /** Forgets what a worker can do, and where exactly they live: the place becomes the middle of its region. */
  async blank(tx: Tx, workerId: string): Promise<void> {
    await tx.delete(WorkerSkill, { workerId });
    await tx.delete(WorkerCertificate, { workerId });
    await blankPlace(tx, workerId);
  }

  /** The enterprise no longer employs these workers: from here on they are idle on their own. */
  async leaveEmployer(tx: Tx, workerIds: readonly string[], enterpriseId: string): Promise<void> {
    await tx.update(Worker, { id: In([...workerIds]), homeEnterpriseId: enterpriseId }, { homeEnterpriseId: null });
  }

  /** Makes a worker's skills exactly these; VALIDATION_FAILED at `field` for unknown or repeated occupations. */
  async replaceSkills(tx: Tx, workerId: string, skills: readonly HeadSkill[], field: string): Promise<void> {
    const ids = skills.map(({ occupationId }) => occupationId);
    refuse(refuseDuplicate(ids, field));
    await this.occupations.requireAll(tx, ids, field);
    await tx.delete(WorkerSkill, { workerId });
    await this.addSkills(
      tx,
      skills.map(({ occupationId, level }) => ({ workerId, occupationId, level })),
    );
  }

  /** Makes a worker's certificates exactly these; VALIDATION_FAILED at `field` for unknown or repeated codes. */
  async replaceCertificates(
    tx: Tx,
    workerId: string,
    held: readonly Omit<CertificateHeld, 'workerId'>[],
    field: string,
  ): Promise<void> {
    const codes = held.map(({ code }) => code);
    refuse(refuseDuplicate(codes, field));
    await this.certificates.require(tx, codes, field);
    await tx.delete(WorkerCertificate, { workerId });
    await this.addCertificates(
      tx,
      held.map(({ code, validUntil }) => ({ workerId, code, validUntil })),
    );
  }
}
