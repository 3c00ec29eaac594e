const kept = 'gongji.theme';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export function themeNow(): Theme {
  return themes.find((theme) => theme === localStorage.getItem(kept)) ?? 'auto';
}

/** Light or dark as asked for; auto follows the device. */
export function setTheme(theme: Theme): void {
  localStorage.setItem(kept, theme);
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
