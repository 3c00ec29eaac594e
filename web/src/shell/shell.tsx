import { type ReactNode, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation } from 'react-router';
import { useAct } from '../api/act';
import { Live } from '../api/live';
import { WorkChangedDocument } from '../api/live.graphql.ts';
import { useSession } from '../api/session';
import { SetLanguageDocument } from '../api/session.graphql.ts';
import { changeLanguage, type Language, languageNow } from '../i18n/i18n';
import { Button } from '../ui/button';
import { Loading } from '../ui/state';
import { placesOf } from './places';
import { PlacesBar } from './places-bar';
import styles from './shell.module.css';
import { setTheme, themeNow, themes } from './theme';

/** The frame of every screen: where one is, where one can go, in which language, and the way out. */
export function Shell(): ReactNode {
  const { t } = useTranslation();
  const { me } = useSession();
  const places = placesOf(me?.kind);
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    main.current?.querySelector('h1')?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname]);
  return (
    <div className={styles.shell} data-kind={me?.kind ?? 'ANYONE'}>
      <a className={styles.skip} href="#main">
        {t('shell.skip')}
      </a>
      <header className={styles.top}>
        <Link to="/" className={styles.brand}>
          <img src="/icon.svg" alt="" width="28" height="28" />
          <span>{t('shell.name')}</span>
        </Link>
        <Choices />
      </header>
      {places.length > 0 && <PlacesBar places={places} />}
      <main id="main" ref={main} className={styles.main}>
        <Suspense fallback={<Loading />}>
          {me ? (
            <Live of={WorkChangedDocument} variables={{}}>
              <Outlet />
            </Live>
          ) : (
            <Outlet />
          )}
        </Suspense>
      </main>
      <footer className={styles.foot}>
        <Link to="/rules">{t('shell.rules')}</Link> <Link to="/statistics">{t('shell.statistics')}</Link>
      </footer>
    </div>
  );
}

function Choices(): ReactNode {
  const { t } = useTranslation();
  const { me, logOut } = useSession();
  const { act: keepLanguage } = useAct(SetLanguageDocument);
  const speak = async (language: Language): Promise<void> => {
    await changeLanguage(language);
    // Letters and messages come in the language of the account.
    if (me) await keepLanguage({ input: { language: language === 'en' ? 'EN' : 'ZH_CN' } });
  };
  const other = languageNow() === 'en' ? 'zh-CN' : 'en';
  const nextTheme = themes[(themes.indexOf(themeNow()) + 1) % themes.length] ?? 'auto';
  return (
    <div className={styles.choices}>
      <Button kind="quiet" lang={other} onClick={() => void speak(other)}>
        {other === 'en' ? 'English' : '中文'}
      </Button>
      <Button kind="quiet" onClick={() => setTheme(nextTheme)} aria-label={t('shell.theme')}>
        ◐
      </Button>
      {me ? (
        <Button kind="quiet" onClick={() => void logOut()}>
          {t('shell.logOut')}
        </Button>
      ) : (
        me === null && <Link to="/log-in">{t('shell.logIn')}</Link>
      )}
    </div>
  );
}
