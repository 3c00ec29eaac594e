import type { LocalDate } from '../../platform/clock/clock.js';
import type { DemoIds, Random } from './random.js';

/** What every part of the generator works with. */
export interface Making {
  readonly random: Random;
  readonly ids: DemoIds;
  readonly today: LocalDate;
}

export interface PlaceRow {
  readonly regionId: string;
  readonly latitude: number;
  readonly longitude: number;
}

export interface EnterpriseRow extends PlaceRow {
  readonly id: string;
  readonly registrationScheme: 'USCC';
  readonly registrationCode: string;
  readonly name: string;
  readonly industryId: string;
  readonly size: 'large' | 'medium' | 'small' | 'micro' | null;
  readonly address: string;
  readonly verification: 'verified' | 'submitted';
  readonly createdAt: string;
  readonly submittedAt: string;
}

export interface BureauRow {
  readonly id: string;
  readonly name: string;
  readonly regionId: string;
}

export interface ListingRow {
  readonly id: string;
  readonly lenderId: string;
  readonly reason: 'season' | 'stoppage' | 'surplus';
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly state: 'open';
  readonly createdAt: string;
}

/** Under what conditions someone works; radii in metres. */
export interface ConditionsRow {
  readonly wageFloorFen: number;
  readonly wageUnit: 'hour' | 'month';
  readonly currency: 'CNY';
  readonly radiusM: number;
  readonly relocationRadiusM: number | null;
}

export interface LineRow extends PlaceRow, ConditionsRow {
  readonly id: string;
  readonly listingId: string;
  readonly occupationId: string;
  readonly level: number;
  readonly headcount: number;
}

interface WorkerRow extends PlaceRow {
  readonly id: string;
  readonly homeEnterpriseId: string | null;
  readonly rating: number | null;
}

/** A person before encryption. */
export interface PersonRow {
  readonly workerId: string;
  readonly name: string;
  readonly phone: string;
  readonly birthYear: number;
  readonly idNumber: string;
}

export interface SkillRow {
  readonly workerId: string;
  readonly occupationId: string;
  readonly level: number;
}

export interface CertificateRow {
  readonly workerId: string;
  readonly certificateCode: string;
  readonly validUntil: LocalDate;
}

interface AvailabilityRow extends ConditionsRow {
  readonly id: string;
  readonly workerId: string;
  readonly surplusLineId: string | null;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly state: 'open';
  readonly createdAt: string;
}

export interface ConsentRow {
  readonly id: string;
  readonly workerId: string;
  readonly lenderId: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly radiusM: number;
  readonly state: 'requested' | 'granted';
  readonly requestedAt: string;
  readonly decidedAt: string | null;
  readonly expiresAt: string;
}

export interface NeedRow extends PlaceRow {
  readonly id: string;
  readonly hostId: string;
  readonly reference: string;
  readonly occupationId: string;
  readonly minLevel: number;
  readonly acceptsSubstitutes: boolean;
  readonly certificateCodes: readonly string[];
  readonly headcount: number;
  readonly priority: number;
  readonly address: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly minOverlapPercent: number;
  readonly shift: 'day' | 'night' | 'rotating';
  readonly wageFen: number;
  readonly wageUnit: 'hour' | 'month';
  readonly currency: 'CNY';
  readonly lodging: boolean;
  readonly description: string;
  readonly state: 'open' | 'closed';
  readonly createdAt: string;
  readonly publishedAt: string;
}

/** Who can log in; every account has the same password. */
export interface AccountRow {
  readonly id: string;
  readonly login: string;
  readonly email: string;
  readonly language: 'zh-CN';
  readonly kind: 'enterprise' | 'worker' | 'bureau' | 'operator';
  readonly role: 'owner' | 'member';
  readonly enterpriseId: string | null;
  readonly workerId: string | null;
  readonly bureauId: string | null;
}

/** Workers with everything that hangs on them. */
export interface Workforce {
  readonly workers: WorkerRow[];
  readonly persons: PersonRow[];
  readonly skills: SkillRow[];
  readonly certificates: CertificateRow[];
  readonly availabilities: AvailabilityRow[];
}

/** Rows of the papers of loans, each in the order in which they can be inserted. */
export interface DealRows {
  readonly needs: readonly object[];
  readonly consents: readonly ConsentRow[];
  readonly employments: readonly object[];
  readonly agreements: readonly object[];
  readonly terms: readonly object[];
  /** Agreements to be signed when their terms are in; the hash of the text is known only then. */
  readonly signed: readonly { readonly id: string; readonly signedAt: string }[];
  readonly signatures: readonly { readonly agreementId: string }[];
  readonly comments: readonly object[];
  readonly offers: readonly object[];
  readonly placements: readonly object[];
  readonly days: readonly object[];
}
