import { readFileSync } from 'node:fs';

/**
 * The reference data that a new database is seeded with. Generated or curated JSON beside this file; provenance,
 * choices and known gaps are in README.md.
 */

export type RegionLevel = 'province' | 'prefecture' | 'county';

/** A unit of GB/T 2260. Its prefix orders the tree, but `parentCode` is what counts: some counties skip a level. */
export interface RegionRow {
  readonly code: string;
  readonly parentCode: string | null;
  readonly level: RegionLevel;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Degrees of the centre, schematic: good for distance bands between counties, not for navigation. */
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** A section (A to T, no parent) or a two-digit division of GB/T 4754-2017. */
export interface IndustryRow {
  readonly code: string;
  readonly parentCode: string | null;
  readonly nameZh: string;
  readonly nameEn: string;
}

export interface OccupationFamilyRow {
  readonly slug: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

export interface OccupationRow {
  /** Our own and stable: needs and workers refer to it, so a code is never reused or renamed. */
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly family: string;
  readonly isco08: string;
  /** "hangong" and "hg" for 焊工: what people type into a search box. */
  readonly pinyin: string;
  readonly initials: string;
}

/** A worker skilled in `substitute` may do `occupation`, at a penalty of 0 (as good) to 100 on the skill score. */
export interface OccupationSubstituteRow {
  readonly occupation: string;
  readonly substitute: string;
  readonly penalty: number;
}

export interface CertificateRow {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** 1 is 初级工 (五级), 5 is 高级技师 (一级): our number rises with skill, the official grade falls. */
export interface SkillLevelRow {
  readonly level: 1 | 2 | 3 | 4 | 5;
  readonly nameZh: string;
  readonly gradeZh: string;
  readonly nameEn: string;
  readonly gradeEn: string;
}

/** The columns of a row in regions.json, which is an array so that 3,200 units stay small. */
type RegionTuple = readonly [
  code: string,
  parentCode: string | null,
  level: RegionLevel,
  nameZh: string,
  nameEn: string,
  latitude: number | null,
  longitude: number | null,
];

interface OccupationsFile {
  readonly families: readonly OccupationFamilyRow[];
  readonly occupations: readonly OccupationRow[];
  readonly substitutes: readonly OccupationSubstituteRow[];
}

export function regionRows(): readonly RegionRow[] {
  const { rows } = readJson('regions.json') as { readonly rows: readonly RegionTuple[] };
  return rows.map(([code, parentCode, level, nameZh, nameEn, latitude, longitude]) => ({
    code,
    parentCode,
    level,
    nameZh,
    nameEn,
    latitude,
    longitude,
  }));
}

export function industryRows(): readonly IndustryRow[] {
  return (readJson('industries.json') as { readonly industries: readonly IndustryRow[] }).industries;
}

export function occupationFamilyRows(): readonly OccupationFamilyRow[] {
  return (readJson('occupations.json') as OccupationsFile).families;
}

export function occupationRows(): readonly OccupationRow[] {
  return (readJson('occupations.json') as OccupationsFile).occupations;
}

export function occupationSubstituteRows(): readonly OccupationSubstituteRow[] {
  return (readJson('occupations.json') as OccupationsFile).substitutes;
}

export function certificateRows(): readonly CertificateRow[] {
  return (readJson('certificates.json') as { readonly certificates: readonly CertificateRow[] }).certificates;
}

export function skillLevelRows(): readonly SkillLevelRow[] {
  return (readJson('skill-levels.json') as { readonly skillLevels: readonly SkillLevelRow[] }).skillLevels;
}

/** Read on each call and kept by nobody: seeding happens once, and afterwards the database has the rows. */
function readJson(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`./${file}`, import.meta.url), 'utf8'));
}
