let audio: AudioContext | undefined;

/** To be called from a tap: browsers let nothing sound before one. */
export function allowSound(): void {
  audio ??= new AudioContext();
}

/** A high tone and a short buzz for yes, a low tone and a long one for no. */
export function signal(isGood: boolean): void {
  if ('vibrate' in navigator) navigator.vibrate(isGood ? 80 : [200, 80, 200]);
  if (!audio) return;
  const tone = audio.createOscillator();
  tone.frequency.value = isGood ? 880 : 220;
  tone.connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + (isGood ? 0.12 : 0.4));
}
