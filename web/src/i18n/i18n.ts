import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

const files = import.meta.glob<{ default: Record<string, unknown> }>('../locales/*/*.json');
const kept = 'gongji.language';

/** The language chosen here before; else Chinese, unless the browser asks for neither Chinese nor nothing. */
function firstLanguage(): Language {
  const chosen = languages.find((language) => language === localStorage.getItem(kept));
  return chosen ?? (navigator.languages.some((tag) => tag.startsWith('zh')) ? 'zh-CN' : 'en');
}

export function languageNow(): Language {
  return languages.find((language) => language === i18next.language) ?? 'zh-CN';
}

export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(kept, language);
  await i18next.changeLanguage(language);
}

/** Texts come by screen: a namespace is a file of `locales/<language>/`. */
export async function startTexts(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next
    .use({
      type: 'backend',
      read: (language: string, namespace: string, done: (error: unknown, texts: unknown) => void) => {
        const load = files[`../locales/${language}/${namespace}.json`];
        if (!load) throw new Error(`No texts of ${namespace} in ${language}`);
        load().then(
          ({ default: texts }) => done(null, texts),
          (error: unknown) => done(error, null),
        );
      },
    })
    .use(initReactI18next)
    .init({
      lng: firstLanguage(),
      fallbackLng: false,
      supportedLngs: languages,
      ns: ['common'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      returnNull: false,
      showSupportNotice: false,
    });
}
