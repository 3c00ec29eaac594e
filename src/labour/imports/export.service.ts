import { Injectable } from '@nestjs/common';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { writeCsv, writeXlsx } from '../../platform/spreadsheet/index.js';

const maxRows = 10_000;

// The headers of import.columns.ts, so that what is exported can be corrected and imported.
const headers = [
  '编号',
  '职业',
  '技能等级',
  '人数',
  '已落实',
  '开始日期',
  '结束日期',
  '班次',
  '工资',
  '计薪单位',
  '币种',
  '地区',
  '地址',
  '纬度',
  '经度',
  '包住',
  '优先级',
  '接受替代工种',
  '说明',
  '状态',
];

/** The newest needs of the viewer's enterprise, at most 10,000. Uses labour_need_host. */
const needsSql = `
  SELECT reference, occupation_id, min_level, headcount, seats_taken, starts_on::text AS starts, ends_on::text AS ends, shift, wage_fen, wage_unit, currency,
         region_id, address, latitude, longitude, lodging, priority, accepts_substitutes, description, state
  FROM labour_need WHERE host_id = $1 ORDER BY id DESC LIMIT ${maxRows}`;

interface NeedRow {
  readonly wage_fen: number;
  readonly [column: string]: string | number | boolean;
}

@Injectable()
export class Exports {
  constructor(private readonly db: Database) {}

  async needs(viewer: EnterpriseViewer, format: 'xlsx' | 'csv'): Promise<Uint8Array> {
    const rows = await this.db.rows<NeedRow>(needsSql, [viewer.enterpriseId]);
    const sheet = {
      name: '用工需求',
      headers,
      rows: rows.map((row) =>
        Object.entries(row).map(([column, value]) => (column === 'wage_fen' ? yuan(row.wage_fen) : value)),
      ),
    };
    return format === 'xlsx' ? writeXlsx(sheet) : writeCsv(sheet);
  }
}

/** Fen as yuan with two decimals, exactly. */
function yuan(fen: number): string {
  return `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}
