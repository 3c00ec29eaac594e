import { Injectable } from '@nestjs/common';
import { In, MoreThanOrEqual } from 'typeorm';
import { Regions } from '../../directory/index.js';
import { Audit } from '../../platform/audit/audit.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse, refuseAll } from '../../platform/errors/index.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { Processes } from '../processes/process.service.js';
import { refuseTwice, refuseUnknownAttributes } from '../processes/process.rules.js';
import { openWindowsOf } from './line.loader.js';
import { LineOutage, ProductionLine, Workshop } from './workshop.entity.js';
import type {
  AddProductionLineInput,
  AddWorkshopInput,
  AttributeValueInput,
  ChangeProductionLineInput,
  ProductionLineArgs,
} from './workshop.input.js';
import { refuseRetired, refuseWhileOffered } from './workshop.rules.js';

/** Workshops and their lines: what an enterprise has, before any of it is offered. */
@Injectable()
export class Workshops {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly regions: Regions,
    private readonly processes: Processes,
  ) {}

  readonly byIds: BatchLoad<Workshop> = async (ids) => {
    const rows = await this.db.reader.findBy(Workshop, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  readonly linesByIds: BatchLoad<ProductionLine> = async (ids) => {
    const rows = await this.db.reader.findBy(ProductionLine, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  /** By line: its outages that are not over, the earliest first. */
  readonly outagesOf: BatchLoad<LineOutage[]> = async (lineIds) => {
    const rows = await this.db.reader.find(LineOutage, {
      where: { lineId: In([...lineIds]), endsOn: MoreThanOrEqual(this.clock.today()) },
      order: { startsOn: 'ASC', id: 'ASC' },
    });
    return new Map(lineIds.map((lineId) => [lineId, rows.filter((row) => row.lineId === lineId)]));
  };

  async add(viewer: EnterpriseViewer, input: AddWorkshopInput): Promise<Workshop> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'addWorkshop', input, async () => {
        await this.regions.require(tx, input.regionId, 'input.regionId');
        const { name, regionId, latitude, longitude } = input;
        const workshop = { id: newId(), enterpriseId: viewer.enterpriseId, name, regionId, latitude, longitude };
        await tx.insert(Workshop, workshop);
        await this.audit.record(tx, viewer, {
          ...{ action: 'workshop.add', subjectType: 'workshop', subjectId: workshop.id },
        });
        return workshop.id;
      }),
    );
    return this.db.reader.findOneByOrFail(Workshop, { id });
  }

  async addLine(viewer: EnterpriseViewer, input: AddProductionLineInput): Promise<ProductionLine> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'addProductionLine', input, async () => {
        const { workshopId, name, machineTypeId, machines, shiftMinutes, worksHolidays } = input;
        const { enterpriseId } = viewer;
        orRefuse(await tx.findOneBy(Workshop, { id: workshopId, enterpriseId }), notFound('input.workshopId'));
        const type = await this.processes.requireMachineType(tx, machineTypeId, 'input.machineTypeId');
        const attributes = checkedValues(input.attributes, type.attributes);
        const line = {
          ...{ id: newId(), workshopId, enterpriseId, name, machineTypeId, attributes },
          ...{ machines, shiftMinutes, worksHolidays },
        };
        await tx.insert(ProductionLine, line);
        await this.audit.record(tx, viewer, {
          ...{ action: 'production-line.add', subjectType: 'production_line', subjectId: line.id },
        });
        return line.id;
      }),
    );
    return this.db.reader.findOneByOrFail(ProductionLine, { id });
  }

  /** Changes a line. What customers chose it for does not change while a window of it is open. */
  async changeLine(viewer: EnterpriseViewer, input: ChangeProductionLineInput): Promise<ProductionLine> {
    const { productionLineId: id, attributes, ...plain } = input;
    await this.db.transaction(async (tx) => {
      const line = await this.lockOwn(tx, viewer, id);
      refuse(refuseRetired(line, 'input.productionLineId'));
      const given: Partial<ProductionLine> = Object.fromEntries(
        Object.entries(plain).filter(([, value]: [string, unknown]) => value !== undefined && value !== null),
      );
      if (attributes) {
        refuse(refuseWhileOffered(await openWindowsOf(tx, id), 'input.attributes'));
        const types = await this.processes.machineTypesByIds([line.machineTypeId]);
        given.attributes = checkedValues(attributes, types.get(line.machineTypeId)?.attributes ?? []);
      }
      if (Object.keys(given).length === 0) return;
      await tx.update(ProductionLine, id, given);
      await this.audit.record(tx, viewer, {
        ...{ action: 'production-line.change', subjectType: 'production_line', subjectId: id },
        details: { fields: Object.keys(given) },
      });
    });
    return this.db.reader.findOneByOrFail(ProductionLine, { id });
  }

  /** Takes a line out of use; again changes nothing. CONFLICT while a window of it is open. */
  async retireLine(viewer: EnterpriseViewer, id: string): Promise<ProductionLine> {
    return this.db.transaction(async (tx) => {
      const line = await this.lockOwn(tx, viewer, id);
      if (line.retiredAt) return line;
      refuse(refuseWhileOffered(await openWindowsOf(tx, id), 'input.productionLineId'));
      const retiredAt = this.clock.now();
      await tx.update(ProductionLine, id, { retiredAt });
      await this.audit.record(tx, viewer, {
        ...{ action: 'production-line.retire', subjectType: 'production_line', subjectId: id },
      });
      return { ...line, retiredAt };
    });
  }

  /** The viewer's own workshops, newest first. */
  async mine({ enterpriseId }: EnterpriseViewer, page: PageArgs): Promise<Page<Workshop>> {
    return pageOf(
      this.db.reader.createQueryBuilder(Workshop, 'workshop').where('workshop.enterpriseId = :enterpriseId', {
        enterpriseId,
      }),
      page,
    );
  }

  /** The viewer's own lines, newest first. */
  async myLines({ enterpriseId }: EnterpriseViewer, args: ProductionLineArgs): Promise<Page<ProductionLine>> {
    const query = this.db.reader
      .createQueryBuilder(ProductionLine, 'line')
      .where('line.enterpriseId = :enterpriseId', { enterpriseId });
    if (args.workshopId) query.andWhere('line.workshopId = :workshopId', { workshopId: args.workshopId });
    if (!args.withRetired) query.andWhere('line.retiredAt IS NULL');
    return pageOf(query, args);
  }

  private async lockOwn(tx: Tx, { enterpriseId }: EnterpriseViewer, id: string): Promise<ProductionLine> {
    const line = await tx.findOne(ProductionLine, {
      where: { id, enterpriseId },
      lock: { mode: 'pessimistic_write' },
    });
    return orRefuse(line, notFound('input.productionLineId'));
  }
}

/** Values by name; VALIDATION_FAILED for one given twice, or unknown to the machine type. */
function checkedValues(
  values: readonly AttributeValueInput[],
  known: readonly { readonly name: string }[],
): Record<string, number> {
  const names = values.map(({ name }) => name);
  const field = 'input.attributes';
  refuseAll([refuseTwice(names, field), refuseUnknownAttributes(names, known, field)]);
  return Object.fromEntries(values.map(({ name, value }) => [name, value]));
}
