import parsePhoneNumber from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/max/metadata';
import type { Refusal } from '../../platform/errors/index.js';
import { directoryMessages } from '../directory.messages.js';

/** A mainland China mobile number as E.164 (`+8613812345678`); undefined for landlines, other places and other text. */
export function mobileOf(text: string): string | undefined {
  const phone = parsePhoneNumber(text.normalize('NFKC'), { defaultCountry: 'CN', extract: false }, metadata);
  const isMobile = phone?.country === 'CN' && phone.getType() === 'MOBILE' && phone.ext === undefined;
  return isMobile ? phone.number : undefined;
}

export function mobileInvalid(field: string): Refusal {
  return { code: 'VALIDATION_FAILED', message: directoryMessages.mobileInvalid, field };
}

export function refuseMobile(text: string, field: string): Refusal | undefined {
  return mobileOf(text) === undefined ? mobileInvalid(field) : undefined;
}
