import type { Language } from '../../platform/i18n/message.js';

/** A catalogue entry's name in the caller's language. */
export function nameIn({ nameZh, nameEn }: { nameZh: string; nameEn: string }, language: Language): string {
  return language === 'en' ? nameEn : nameZh;
}
