import { describe, expect, it } from 'vitest';
import {
  certificateRows,
  industryRows,
  occupationFamilyRows,
  occupationRows,
  occupationSubstituteRows,
  regionRows,
  type RegionLevel,
  skillLevelRows,
} from './reference-data.js';

const regions = regionRows();
const industries = industryRows();
const occupations = occupationRows();
const substitutes = occupationSubstituteRows();
const certificates = certificateRows();

const ofLevel = (level: RegionLevel) => regions.filter((region) => region.level === level);
const repeated = (values: readonly string[]) => values.filter((value, i) => values.indexOf(value) !== i);
const regionNamed = (code: string) => regions.find((region) => region.code === code)?.nameEn;

describe('regions', () => {
  it('have unique six-digit codes', () => {
    expect(regions.filter(({ code }) => !/^\d{6}$/.test(code))).toEqual([]);
    expect(repeated(regions.map(({ code }) => code))).toEqual([]);
  });

  it('form a tree: every parent exists, above its children, and lists before them', () => {
    const rank = { province: 0, prefecture: 1, county: 2 };
    const seen = new Map<string, RegionLevel>();
    for (const { code, parentCode, level } of regions) {
      const parentLevel = parentCode === null ? undefined : seen.get(parentCode);
      if (level === 'province') expect([code, parentCode]).toEqual([code, null]);
      else expect([code, parentLevel !== undefined && rank[parentLevel] < rank[level]]).toEqual([code, true]);
      seen.set(code, level);
    }
  });

  it('stay in the province that their code says', () => {
    expect(
      regions.filter(({ code, parentCode }) => parentCode?.slice(0, 2) !== code.slice(0, 2) && parentCode),
    ).toEqual([]);
  });

  it('cover the whole country, without the development zones that the statistics bureau codes 71 to 79', () => {
    expect(ofLevel('province')).toHaveLength(34);
    expect(ofLevel('prefecture')).toHaveLength(333);
    expect(ofLevel('county').length).toBeGreaterThan(2800);
    expect(ofLevel('county').length).toBeLessThan(3000);
    expect(regions.filter(({ code }) => /^\d{4}7\d$/.test(code))).toEqual([]);
  });

  it('lie in China', () => {
    const outside = regions.filter(
      ({ latitude, longitude }) =>
        latitude === null || longitude === null || latitude < 15 || latitude > 54 || longitude < 73 || longitude > 136,
    );
    expect(outside).toEqual([]);
  });

  it('have the 84 counties of Fujian inside the province', () => {
    const fujian = ofLevel('county').filter(({ code }) => code.startsWith('35'));
    expect(fujian).toHaveLength(84);
    for (const { latitude, longitude } of fujian) {
      expect(latitude).toBeGreaterThan(23.5);
      expect(latitude).toBeLessThan(28.4);
      expect(longitude).toBeGreaterThan(115.8);
      expect(longitude).toBeLessThan(120.8);
    }
  });

  it('have English names, also where a character has several readings', () => {
    expect(regions.filter(({ nameEn }) => !/^[A-ZÜ][A-Za-zÜüö',\- ]+$/.test(nameEn))).toEqual([]);
    expect(['350524', '350112', '350200', '350821', '350605', '350582'].map(regionNamed)).toEqual([
      'Anxi County',
      'Changle District',
      'Xiamen',
      'Changting County',
      'Changtai District',
      'Jinjiang',
    ]);
    expect(['140000', '610000', '540000', '150000', '820000'].map(regionNamed)).toEqual([
      'Shanxi',
      'Shaanxi',
      'Tibet',
      'Inner Mongolia',
      'Macao',
    ]);
    expect(['140428', '130225', '341522', '341621', '441422', '532324'].map(regionNamed)).toEqual([
      'Zhangzi County',
      'Laoting County',
      'Huoqiu County',
      'Guoyang County',
      'Dabu County',
      'Nanhua County',
    ]);
  });
});

describe('industries', () => {
  it('are the 20 sections and 97 divisions of GB/T 4754-2017', () => {
    const sections = industries.filter(({ parentCode }) => parentCode === null).map(({ code }) => code);
    const divisions = industries.filter(({ parentCode }) => parentCode !== null).map(({ code }) => code);
    expect(sections.join('')).toBe('ABCDEFGHIJKLMNOPQRST');
    expect(divisions).toEqual(Array.from({ length: 97 }, (_, i) => String(i + 1).padStart(2, '0')));
  });

  it('have a section as the parent of each division', () => {
    const codes = new Set(industries.map(({ code }) => code));
    expect(industries.filter(({ parentCode }) => parentCode !== null && !codes.has(parentCode))).toEqual([]);
  });
});

describe('occupations', () => {
  const codes = new Set(occupations.map(({ code }) => code));

  it('have unique codes, names and a four-digit ISCO-08 group', () => {
    expect(repeated(occupations.map(({ code }) => code))).toEqual([]);
    expect(repeated(occupations.map(({ nameZh }) => nameZh))).toEqual([]);
    expect(repeated(occupations.map(({ nameEn }) => nameEn))).toEqual([]);
    expect(occupations.filter(({ code }) => !/^[A-Z]{2}(-[A-Z]+)+$/.test(code))).toEqual([]);
    expect(occupations.filter(({ isco08 }) => !/^\d{4}$/.test(isco08))).toEqual([]);
  });

  it('belong to families that exist, and no family is empty', () => {
    const families = occupationFamilyRows().map(({ slug }) => slug);
    expect([...new Set(occupations.map(({ family }) => family))].sort()).toEqual([...families].sort());
  });

  it('are found by pinyin and by initials', () => {
    const welder = occupations.find(({ code }) => code === 'MW-WELD');
    expect([welder?.nameZh, welder?.pinyin, welder?.initials]).toEqual(['焊工', 'hangong', 'hg']);
    expect(occupations.filter(({ pinyin }) => !/^[a-z]+$/.test(pinyin))).toEqual([]);
    expect(occupations.filter(({ initials, nameZh }) => initials.length !== nameZh.length)).toEqual([]);
  });

  it('are substituted by other occupations that exist, each pair once, at a penalty of 0 to 100', () => {
    expect(
      substitutes.filter(({ occupation, substitute }) => !codes.has(occupation) || !codes.has(substitute)),
    ).toEqual([]);
    expect(substitutes.filter(({ occupation, substitute }) => occupation === substitute)).toEqual([]);
    expect(repeated(substitutes.map(({ occupation, substitute }) => `${occupation} ${substitute}`))).toEqual([]);
    expect(substitutes.filter(({ penalty }) => !Number.isInteger(penalty) || penalty < 0 || penalty > 100)).toEqual([]);
  });
});

describe('certificates and skill levels', () => {
  it('have unique codes and names in both languages', () => {
    expect(repeated(certificates.map(({ code }) => code))).toEqual([]);
    expect(certificates.filter(({ nameZh, nameEn }) => !nameZh || !nameEn)).toEqual([]);
  });

  it('rise from 1, the official fifth grade, to 5, the first', () => {
    expect(skillLevelRows().map(({ level, gradeZh }) => [level, gradeZh])).toEqual([
      [1, '五级'],
      [2, '四级'],
      [3, '三级'],
      [4, '二级'],
      [5, '一级'],
    ]);
  });
});
