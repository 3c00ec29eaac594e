import { column, defineColumns, type RowOf } from '../../../platform/spreadsheet/index.js';

const most = { min: 0, max: 100_000_000 };

/** Lots: one row per lot. A kind and a unit go by their code or their name. */
export const lotColumns = defineColumns({
  kind: column('text', { headers: ['品种', '物料', 'kind', 'material'], required: true, maxLength: 100 }),
  quantity: column('decimal', { headers: ['数量', 'quantity'], required: true, ...most }),
  unit: column('text', { headers: ['单位', 'unit'], maxLength: 20 }),
  grade: column('choice', {
    headers: ['等级', '质量等级', 'grade'],
    required: true,
    choices: { A: ['A', 'A级'], B: ['B', 'B级'], C: ['C', 'C级'], reclaimed: ['reclaimed', '再生', '旧料', '二手'] },
  }),
  terms: column('choice', {
    headers: ['方式', '共享方式', 'terms'],
    choices: { sale: ['sale', '出售', '转让', '买卖'], loan: ['loan', '出借', '借用', '实物出借'] },
  }),
  price: column('money', { headers: ['单价', 'price'], minFen: 1, maxFen: 100_000_000 }),
  priceUnit: column('text', { headers: ['计价单位', 'price_unit'], maxLength: 20 }),
  loanDays: column('integer', { headers: ['借期天数', 'loan_days'], min: 1, max: 730 }),
  availableUntil: column('date', { headers: ['可供截止日期', '截止日期', 'available_until'], required: true }),
  minimumTake: column('decimal', { headers: ['最小起订量', '起订量', 'minimum_take'], ...most }),
  tolerancePercent: column('integer', { headers: ['允差百分比', 'tolerance_percent'], min: 0, max: 20 }),
  region: column('text', { headers: ['地区', '地区编码', 'region', 'region_code'], maxLength: 64 }),
  siteName: column('text', { headers: ['存放地点', '地点', 'site'], maxLength: 100 }),
  latitude: column('decimal', { headers: ['纬度', 'latitude'], min: -90, max: 90 }),
  longitude: column('decimal', { headers: ['经度', 'longitude'], min: -180, max: 180 }),
  description: column('text', { headers: ['说明', 'description'], maxLength: 1000 }),
});

export type LotRow = RowOf<typeof lotColumns>;
