import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import { Database } from '../../platform/database/database.js';
import { refuseAll } from '../../platform/errors/index.js';
import type { Page, PageArgs } from '../../platform/graphql/connection.js';
import { pageByCode, rowsById } from '../taxonomies/taxonomy.loader.js';
import { unknownCode } from '../taxonomies/taxonomy.rules.js';
import { Certificate } from './certificate.entity.js';

/** Certificates that the law or a host can ask for. */
@Injectable()
export class Certificates {
  constructor(private readonly db: Database) {}

  readonly byCodes: BatchLoad<Certificate> = (codes) => rowsById(this.db.reader, Certificate, codes);

  /** VALIDATION_FAILED at `field` for each code that is not in the catalogue. */
  async require(tx: EntityManager, codes: readonly string[], field: string): Promise<void> {
    const known = new Set((await tx.findBy(Certificate, { id: In([...codes]) })).map(({ id }) => id));
    refuseAll(codes.filter((code) => !known.has(code)).map((code) => unknownCode(code, field)));
  }

  /** Certificates in the order of their codes. */
  async page(args: PageArgs): Promise<Page<Certificate>> {
    return pageByCode(this.db.reader.createQueryBuilder(Certificate, 'certificate'), args);
  }
}
