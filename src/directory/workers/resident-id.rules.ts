import { stdnum } from 'stdnum';
import type { LocalDate } from '../../platform/clock/clock.js';
import type { Refusal } from '../../platform/errors/index.js';
import { directoryMessages } from '../directory.messages.js';

/** What a resident ID number (GB 11643) says that we use; sex and birthplace are never read from it. */
export interface ResidentId {
  /** 18 characters, the last a digit or upper-case X. */
  readonly number: string;
  readonly bornOn: LocalDate;
  readonly birthYear: number;
}

/** Labour Law article 15: nobody under 16 is employed. */
const minAge = 16;
const maxAge = 80;

// The first two digits. Counties are not checked: a number keeps the code of a county that was abolished since.
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  ),
);

/** The resident ID that a text means: province, birth date and check character hold. Full-width and lower-case x are folded. */
export function residentIdOf(text: string): ResidentId | undefined {
  const number = text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  if (!provinces.has(number.slice(0, 2)) || !stdnum.CN?.ric?.validate(number).isValid) return undefined;
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)];
  return { number, bornOn: `${year}-${month}-${day}`, birthYear: Number(year) };
}

/** Completed years of age on a day. */
export function ageOn(bornOn: LocalDate, day: LocalDate): number {
  const hadBirthday = day.slice(5) >= bornOn.slice(5);
  return Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4)) - (hadBirthday ? 0 : 1);
}

export function idNumberInvalid(field: string): Refusal {
  return { code: 'VALIDATION_FAILED', message: directoryMessages.idNumberInvalid, field };
}

/** Not a resident ID, or of someone too young to be employed or improbably old. */
export function refuseResidentId(text: string, today: LocalDate, field: string): Refusal | undefined {
  const id = residentIdOf(text);
  if (!id) return idNumberInvalid(field);
  const age = ageOn(id.bornOn, today);
  if (age >= minAge && age <= maxAge) return undefined;
  return {
    code: 'VALIDATION_FAILED',
    message: directoryMessages.ageOutside,
    params: { min: minAge, max: maxAge },
    field,
  };
}

/** `350***********001X`: enough to recognise one's own, not to use it. */
export function maskIdNumber(number: string): string {
  return number.slice(0, 3) + '*'.repeat(Math.max(number.length - 7, 0)) + number.slice(-4);
}
