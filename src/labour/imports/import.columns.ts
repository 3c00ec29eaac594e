import { column, defineColumns } from '../../platform/spreadsheet/index.js';

const code = { maxLength: 64, pattern: /^[\w:.\-\u4e00-\u9fff /&,'()]+$/ };
const wageUnits = {
  hour: ['hour', 'hourly', '小时', '时'],
  day: ['day', 'daily', '天', '日'],
  week: ['week', 'weekly', '周'],
  month: ['month', 'monthly', '月'],
  year: ['year', 'annual', 'yearly', '年'],
  piece: ['piece', '件', '计件'],
};

/** What both kinds of row say about who, what work, and where. The scheme and name columns serve foreign codes. */
const shared = {
  reference: column('text', { headers: ['编号', 'reference'], maxLength: 100 }),
  employer: column('text', { headers: ['企业', 'employer'], maxLength: 200 }),
  occupation: column('text', { headers: ['职业', '工种', 'occupation', 'occupation_code'], required: true, ...code }),
  occupationScheme: column('text', {
    headers: ['职业编码体系', 'occupation_scheme'],
    maxLength: 20,
    pattern: /^[\w-]+$/,
  }),
  occupationName: column('text', { headers: ['职业名称', 'occupation_name'], maxLength: 200 }),
  level: column('integer', { headers: ['技能等级', 'level'], min: 1, max: 5 }),
  headcount: column('integer', { headers: ['人数', 'headcount'], required: true, min: 1, max: 10_000 }),
  wage: column('money', { headers: ['工资', 'wage', 'wage_floor'], required: true, minFen: 1, maxFen: 2_000_000_000 }),
  wageUnit: column('choice', { headers: ['计薪单位', 'wage_unit'], required: true, choices: wageUnits }),
  currency: column('text', { headers: ['币种', 'currency'], pattern: /^[A-Z]{3}$/ }),
  region: column('text', { headers: ['地区', '地区编码', 'region', 'region_code'], ...code }),
  regionScheme: column('text', { headers: ['地区编码体系', 'region_scheme'], maxLength: 20, pattern: /^[\w-]+$/ }),
  regionName: column('text', { headers: ['地区名称', 'region_name'], maxLength: 100 }),
  regionParent: column('text', { headers: ['上级地区', 'state'], maxLength: 100 }),
  latitude: column('decimal', { headers: ['纬度', 'latitude'], min: -90, max: 90 }),
  longitude: column('decimal', { headers: ['经度', 'longitude'], min: -180, max: 180 }),
};

/** Labour needs. */
export const needColumns = defineColumns({
  ...shared,
  startsOn: column('date', { headers: ['开始日期', 'start_date', 'starts_on'], required: true }),
  endsOn: column('date', { headers: ['结束日期', 'end_date', 'ends_on'], required: true }),
  address: column('text', { headers: ['地址', 'address', 'city'], maxLength: 200 }),
  shift: column('choice', {
    headers: ['班次', 'shift'],
    choices: { day: ['day', '白班'], night: ['night', '夜班'], rotating: ['rotating', '倒班', '轮班'] },
  }),
  lodging: column('boolean', { headers: ['包住', 'lodging'] }),
  priority: column('integer', { headers: ['优先级', 'priority'], min: 1, max: 3 }),
  substitutes: column('boolean', { headers: ['接受替代工种', 'accepts_substitutes'] }),
  description: column('text', { headers: ['说明', 'description'], maxLength: 2000 }),
});

/** Surplus as head-counts: so many heads of one skill on one set of conditions. */
export const surplusColumns = defineColumns({
  ...shared,
  startsOn: column('date', { headers: ['可用开始日期', 'available_from'], required: true }),
  endsOn: column('date', { headers: ['可用结束日期', 'available_until'], required: true }),
  radiusKm: column('decimal', { headers: ['通勤半径公里', 'radius_km'], min: 0, max: 3_000, required: true }),
  relocationRadiusKm: column('decimal', { headers: ['住宿可达半径公里', 'relocation_radius_km'], min: 0, max: 3_000 }),
  reason: column('choice', {
    headers: ['原因', 'reason'],
    choices: { season: ['season', '淡季'], stoppage: ['stoppage', '停工'], surplus: ['surplus', '富余'] },
  }),
});
