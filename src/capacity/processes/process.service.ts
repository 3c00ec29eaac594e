import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull, type SelectQueryBuilder } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { BureauViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { notFound, orRefuse, type Refusal, refuse } from '../../platform/errors/index.js';
import { idOf, type Page } from '../../platform/graphql/connection.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { capacityMessages } from '../capacity.messages.js';
import { MachineType, Process } from './process.entity.js';
import type { AddMachineTypeInput, AddProcessInput, MachineTypePageArgs, ProcessPageArgs } from './process.input.js';
import { addedScheme, refuseTwice } from './process.rules.js';

type Keeper = BureauViewer | OperatorViewer;

const unknown = (id: string, field: string): Refusal => ({
  ...{ code: 'VALIDATION_FAILED', message: capacityMessages.unknownCode, params: { id }, field },
});

/** The catalogue of processes and of the machines that do them. */
@Injectable()
export class Processes {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
  ) {}

  readonly byIds: BatchLoad<Process> = async (ids) => {
    const rows = await this.db.reader.findBy(Process, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  readonly machineTypesByIds: BatchLoad<MachineType> = async (ids) => {
    const rows = await this.db.reader.findBy(MachineType, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  /** A process that is in use, or VALIDATION_FAILED at `field`. */
  async require(tx: EntityManager, id: string, field: string): Promise<Process> {
    return orRefuse(await tx.findOneBy(Process, { id, retiredAt: IsNull() }), unknown(id, field));
  }

  /** A machine type that is in use, as is its process, or VALIDATION_FAILED at `field`. */
  async requireMachineType(tx: EntityManager, id: string, field: string): Promise<MachineType> {
    const type = orRefuse(await tx.findOneBy(MachineType, { id, retiredAt: IsNull() }), unknown(id, field));
    await this.require(tx, type.processId, field);
    return type;
  }

  async add(viewer: Keeper, input: AddProcessInput): Promise<Process> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'addProcess', input, async () => {
        const { code, nameZh, nameEn } = input;
        const process = { id: `${addedScheme}:${code}`, nameZh, nameEn };
        await tx.insert(Process, process);
        await this.audit.record(tx, viewer, {
          ...{ action: 'process.add', subjectType: 'process', subjectId: process.id },
        });
        return process.id;
      }),
    );
    return this.db.reader.findOneByOrFail(Process, { id });
  }

  async addMachineType(viewer: Keeper, input: AddMachineTypeInput): Promise<MachineType> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'addMachineType', input, async () => {
        const { code, processId, nameZh, nameEn, attributes } = input;
        await this.require(tx, processId, 'input.processId');
        refuse(
          refuseTwice(
            attributes.map(({ name }) => name),
            'input.attributes',
          ),
        );
        const type = { id: `${addedScheme}:${code}`, processId, nameZh, nameEn, attributes };
        await tx.insert(MachineType, type);
        await this.audit.record(tx, viewer, {
          ...{ action: 'machine-type.add', subjectType: 'machine_type', subjectId: type.id },
        });
        return type.id;
      }),
    );
    return this.db.reader.findOneByOrFail(MachineType, { id });
  }

  /** Takes a process out of use; again changes nothing. Lines, windows and requests that name it go on. */
  async retire(viewer: Keeper, id: string): Promise<Process> {
    return this.db.transaction(async (tx) => {
      const process = orRefuse(await tx.findOneBy(Process, { id }), notFound('input.processId'));
      if (process.retiredAt) return process;
      const retiredAt = this.clock.now();
      await tx.update(Process, id, { retiredAt });
      await this.audit.record(tx, viewer, { action: 'process.retire', subjectType: 'process', subjectId: id });
      return { ...process, retiredAt };
    });
  }

  /** Takes a machine type out of use; again changes nothing. */
  async retireMachineType(viewer: Keeper, id: string): Promise<MachineType> {
    return this.db.transaction(async (tx) => {
      const type = orRefuse(await tx.findOneBy(MachineType, { id }), notFound('input.machineTypeId'));
      if (type.retiredAt) return type;
      const retiredAt = this.clock.now();
      await tx.update(MachineType, id, { retiredAt });
      await this.audit.record(tx, viewer, {
        ...{ action: 'machine-type.retire', subjectType: 'machine_type', subjectId: id },
      });
      return { ...type, retiredAt };
    });
  }

  /** Processes in the order of their ids. */
  async page(args: ProcessPageArgs): Promise<Page<Process>> {
    return pageInUse(this.db.reader.createQueryBuilder(Process, 'row').where('TRUE'), args);
  }

  /** Machine types in the order of their ids. */
  async machineTypePage(args: MachineTypePageArgs): Promise<Page<MachineType>> {
    const query = this.db.reader.createQueryBuilder(MachineType, 'row').where('TRUE');
    if (args.processId) query.andWhere('row.processId = :processId', { processId: args.processId });
    return pageInUse(query, args);
  }
}

/** A page in the order of ids, which are made to be read upwards; without the retired ones unless they are asked for. */
async function pageInUse<Row extends { readonly id: string }>(
  query: SelectQueryBuilder<Row>,
  { first, after, withRetired }: ProcessPageArgs,
): Promise<Page<Row>> {
  if (!withRetired) query.andWhere('row.retiredAt IS NULL');
  if (after) query.andWhere('row.id > :after', { after: idOf(after) });
  const rows = await query
    .orderBy('row.id')
    .take(first + 1)
    .getMany();
  return { rows: rows.slice(0, first), hasNextPage: rows.length > first, hasPreviousPage: Boolean(after) };
}
