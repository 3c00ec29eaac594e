/**
 * A face for Chinese where the system brings none. Phones, Windows and macOS all bring one: there, not a byte of it is
 * fetched. It has to stand in the page before the first text: what Chromium has once drawn as boxes can stay so.
 */
export async function loadFonts(): Promise<void> {
  if (/Android|iPhone|iPad|Mac OS|Windows/.test(navigator.userAgent)) return;
  await import('@fontsource-variable/noto-sans-sc/wght.css');
}
