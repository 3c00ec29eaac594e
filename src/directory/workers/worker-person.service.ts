import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { mapConstraints } from '../../platform/database/constraints.js';
import { Database, rowsOf, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse, refuseAll, type Refusal } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/ids.js';
import { PersonalDataCipher } from '../../platform/personal-data/personal-data-cipher.js';
import { directoryMessages } from '../directory.messages.js';
import { Regions } from '../regions/region.service.js';
import { claimCodeHash, newClaimCode } from './claim-code.rules.js';
import { mobileInvalid, mobileOf, refuseMobile } from './phone.rules.js';
import { idNumberInvalid, maskIdNumber, refuseResidentId, residentIdOf } from './resident-id.rules.js';
import { WorkerPerson } from './worker-person.entity.js';
import type { Place } from './worker.loader.js';
import { mayReadIdNumber } from './worker.policy.js';
import { Workers } from './worker.service.js';

const personKnown = (field: string): Refusal => ({ code: 'CONFLICT', message: directoryMessages.personKnown, field });

mapConstraints({ worker_person_id_number_unique: personKnown('input.idNumber') });

/** Who a worker is, as entered by an employer or by themself. */
export interface NewPerson {
  readonly name: string;
  readonly phone: string;
  readonly idNumber: string;
}

export interface NewWorker extends NewPerson, Place {}

export interface Person {
  readonly name: string;
  /** E.164. */
  readonly phone: string;
  readonly birthYear: number;
}

/** Personal data of workers. Whoever asks has checked that its viewer may see it; ID numbers check it here. */
@Injectable()
export class WorkerPersons {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly cipher: PersonalDataCipher,
    private readonly workers: Workers,
    private readonly regions: Regions,
  ) {}

  /**
   * Gives a head its name. Returns the one-time code with which the person can claim the record; it is kept only as a
   * hash. VALIDATION_FAILED at `${field}.phone` and `.idNumber`; CONFLICT when the head has a name or the person is known.
   */
  async nameHead(tx: Tx, workerId: string, person: NewPerson, field = 'input'): Promise<string> {
    const code = newClaimCode();
    await this.insert(tx, workerId, person, { field, claimCode: code });
    return code;
  }

  /** A person without employer signs up. Returns the new worker's id. */
  async register(tx: Tx, data: NewWorker, field = 'input'): Promise<string> {
    const { regionId, latitude, longitude } = data;
    await this.regions.require(tx, regionId, `${field}.regionId`);
    const id = newId();
    await this.workers.createHeads(tx, [{ id, homeEnterpriseId: null, regionId, latitude, longitude, skills: [] }]);
    await this.insert(tx, id, data, { field });
    return id;
  }

  /** The worker that a claim code was made for; the code is spent. VALIDATION_FAILED when unknown or spent. */
  async claim(tx: Tx, code: string, field = 'input.claimCode'): Promise<string> {
    const [row] = await rowsOf<{ worker_id: string }>(
      tx,
      'UPDATE worker_person SET claim_code_hash = NULL WHERE claim_code_hash = $1 RETURNING worker_id',
      [claimCodeHash(code)],
    );
    return orRefuse(row?.worker_id, { code: 'VALIDATION_FAILED', message: directoryMessages.claimCodeInvalid, field });
  }

  /**
   * Forgets who a worker is. A name that kept records stand under stays with its sealed ID number, but can neither be called
   * nor found, so that the person may sign up anew.
   */
  async forget(tx: Tx, workerId: string, isKept: boolean): Promise<void> {
    if (!isKept) await tx.delete(WorkerPerson, { workerId });
    else
      await tx.update(WorkerPerson, { workerId }, { phone: '', claimCodeHash: null, idNumberIndex: randomBytes(32) });
  }

  /** Names and phones by worker id; unnamed heads are absent. */
  async personOf(tx: EntityManager, ids: readonly string[]): Promise<Map<string, Person>> {
    const rows = await tx.findBy(WorkerPerson, { workerId: In([...ids]) });
    return new Map(rows.map(({ workerId, name, phone, birthYear }) => [workerId, { name, phone, birthYear }]));
  }

  /** By worker: who they are. The caller has checked that its viewer may know. */
  readonly byIds: BatchLoad<Person> = (ids) => this.personOf(this.db.reader, ids);

  /** Those of the workers that have a name. */
  async isNamed(tx: EntityManager, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await rowsOf<{ worker_id: string }>(
      tx,
      'SELECT worker_id FROM worker_person WHERE worker_id = ANY($1)',
      [[...ids]],
    );
    return new Set(rows.map((row) => row.worker_id));
  }

  /** For the worker and the home employer; NOT_FOUND for anyone else. */
  async maskedIdNumber(tx: EntityManager, viewer: Viewer, workerId: string): Promise<string> {
    const worker = await this.workers.require(tx, workerId, 'workerId');
    if (!mayReadIdNumber(viewer, worker)) refuse(notFound('workerId'));
    const person = await tx.findOne(WorkerPerson, {
      where: { workerId },
      select: { workerId: true, idNumberCipher: true },
    });
    return maskIdNumber(this.cipher.decrypt(orRefuse(person, notFound('workerId')).idNumberCipher));
  }

  private async insert(
    tx: Tx,
    workerId: string,
    person: NewPerson,
    { field, claimCode }: { field: string; claimCode?: string },
  ): Promise<void> {
    const [phoneField, idField] = [`${field}.phone`, `${field}.idNumber`];
    refuseAll([refuseMobile(person.phone, phoneField), refuseResidentId(person.idNumber, this.clock.today(), idField)]);
    const phone = orRefuse(mobileOf(person.phone), mobileInvalid(phoneField));
    const { number, birthYear } = orRefuse(residentIdOf(person.idNumber), idNumberInvalid(idField));
    const index = this.cipher.blindIndex(number);
    const known = await rowsOf(tx, 'SELECT 1 FROM worker_person WHERE id_number_index = $1', [index]);
    refuse(known.length > 0 ? personKnown(idField) : undefined);
    const inserted = await rowsOf(
      tx,
      `INSERT INTO worker_person (worker_id, name, phone, birth_year, id_number_cipher, id_number_index, claim_code_hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (worker_id) DO NOTHING RETURNING worker_id`,
      [
        workerId,
        person.name,
        phone,
        birthYear,
        this.cipher.encrypt(number),
        index,
        claimCode ? claimCodeHash(claimCode) : null,
      ],
    );
    refuse(inserted.length > 0 ? undefined : { code: 'CONFLICT', message: directoryMessages.headNamed, field });
  }
}
