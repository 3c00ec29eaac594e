import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { EnterpriseViewer, Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { notFound, orRefuse, RefusedError } from '../../platform/errors/index.js';
import { type Page, pageOf } from '../../platform/graphql/connection.js';
import { CapacityRequest } from './request.entity.js';
import type { CapacityRequestArgs, MyCapacityRequestArgs } from './request.input.js';
import { stepsOf, type StepRow } from './request.loader.js';
import { visibleTo } from './request.policy.js';

/** Reading requests. */
@Injectable()
export class CapacityRequestSearch {
  constructor(private readonly db: Database) {}

  /** Requests by id, for what names them; whoever names them has checked that the viewer may see them. */
  readonly byIds: BatchLoad<CapacityRequest> = async (ids) => {
    const rows = await this.db.reader.findBy(CapacityRequest, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  /** By request: its steps, in their order. */
  readonly stepsOf: BatchLoad<StepRow[]> = async (ids) => {
    const rows = await stepsOf(this.db.reader, ids);
    return new Map(ids.map((id) => [id, rows.filter(({ requestId }) => requestId === id)]));
  };

  async require(viewer: Viewer, id: string): Promise<CapacityRequest> {
    const query = this.db.reader.createQueryBuilder(CapacityRequest, 'request').where('request.id = :id', { id });
    return orRefuse(await visibleTo(query, viewer).getOne(), notFound());
  }

  /** Refuses with NOT_FOUND when the request is not the viewer's. */
  async requireOwn({ enterpriseId }: EnterpriseViewer, id: string): Promise<void> {
    if (!(await this.db.reader.existsBy(CapacityRequest, { id, enterpriseId }))) throw new RefusedError(notFound());
  }

  /** Open requests, newest first, of enterprises that may deal. */
  async open(args: CapacityRequestArgs): Promise<Page<CapacityRequest>> {
    const query = this.db.reader
      .createQueryBuilder(CapacityRequest, 'request')
      .where(`request.state = 'open'`)
      .andWhere('NOT EXISTS (SELECT 1 FROM sanction_in_force f WHERE f.enterprise_id = request.enterprise_id)');
    if (args.processId)
      query.andWhere(
        'EXISTS (SELECT 1 FROM capacity_request_step s WHERE s.request_id = request.id AND s.process_id = :processId)',
        { processId: args.processId },
      );
    if (args.regionId)
      query.andWhere(
        'request.region_id IN (SELECT a.region_id FROM region_ancestor a WHERE a.ancestor_id = :regionId)',
        {
          regionId: args.regionId,
        },
      );
    return pageOf(query, args);
  }

  /** The viewer's own requests, newest first. */
  async mine({ enterpriseId }: EnterpriseViewer, args: MyCapacityRequestArgs): Promise<Page<CapacityRequest>> {
    const query = this.db.reader
      .createQueryBuilder(CapacityRequest, 'request')
      .where('request.enterpriseId = :enterpriseId', { enterpriseId });
    if (args.state) query.andWhere('request.state = :state', { state: args.state });
    return pageOf(query, args);
  }
}
