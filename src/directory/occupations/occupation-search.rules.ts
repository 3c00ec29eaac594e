import { pinyin } from 'pinyin-pro';

/** The names that a search goes over; pinyin without tones and spaces. */
export interface OccupationNames {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly pinyin: string;
  readonly initials: string;
}

/** Names with what searching for mistakes needs, worked out once. */
export interface SoundedName extends OccupationNames {
  /** Where a syllable of the pinyin begins; what is typed begins there too. */
  readonly starts: readonly number[];
  readonly words: readonly string[];
}

/** One letter more or less makes another word of anything shorter. */
const shortest = 4;
/** Anything shorter is looked for only where a name begins. */
const shortestInside = 6;
const longest = 40;
const han = /\p{Script=Han}/gu;

/** Pinyin as people type it: without tones, ü as v. */
function sound(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' });
}

export function soundedName(names: OccupationNames): SoundedName {
  const syllables = sound(names.nameZh);
  const isSame = syllables.join('') === names.pinyin;
  const starts = isSame ? syllables.map((_, at) => syllables.slice(0, at).join('').length) : [0];
  return { ...names, starts, words: wordsOf(names.nameEn) };
}

/**
 * Ids of occupations that somebody may have meant who typed another character of the same sound, or got one letter of the
 * pinyin or of each English word wrong, missing, doubled or swapped. Same sounds first. What has the text as it was typed is
 * left out: that is no mistake.
 */
export function meantBy(text: string, names: readonly SoundedName[]): string[] {
  const typed = text.replaceAll(' ', '');
  if (typed.length > longest) return [];
  const isHan = (typed.match(han) ?? []).length > 0;
  const sounds = isHan ? sound(typed).join('').toLowerCase() : typed;
  if (sounds.length < shortest || (isHan && [...typed].length < 2)) return [];
  // Who writes characters gets the sound right; one letter off is another word.
  const most = isHan ? 0 : 1;
  const words = isHan ? [] : wordsOf(text);
  return names
    .filter((name) => !hasAsTyped(name, text, typed))
    .map((name) => ({ id: name.id, mistakes: Math.min(soundMistakes(sounds, name), wordMistakes(words, name.words)) }))
    .filter(({ mistakes }) => mistakes <= most)
    .sort((a, b) => a.mistakes - b.mistakes || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** As the search in SQL finds it. */
function hasAsTyped(
  { nameZh, nameEn, pinyin: sounds, initials }: OccupationNames,
  text: string,
  typed: string,
): boolean {
  const all = `${nameZh} ${nameEn} ${sounds} ${initials}`.toLowerCase();
  return all.includes(text) || all.includes(typed);
}

function soundMistakes(typed: string, { pinyin: sounds, starts }: SoundedName): number {
  const from = typed.length < shortestInside ? starts.slice(0, 1) : starts;
  return Math.min(...from.map((at) => mistakes(typed, sounds.slice(at), false)));
}

/** The worst of the words, each taken for the one it is nearest to; short ones are right or wrong. */
function wordMistakes(typed: readonly string[], words: readonly string[]): number {
  if (typed.length === 0) return Infinity;
  const nearest = (word: string): number =>
    word.length < shortest
      ? words.includes(word)
        ? 0
        : Infinity
      : Math.min(Infinity, ...words.map((other) => mistakes(word, other, true)));
  return Math.max(...typed.map(nearest));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z]+/g) ?? [];
}

/**
 * 0: `meant` begins with `typed` (`whole`: is it); 1: it does but for one letter that is wrong, missing, too many or swapped
 * with the next; 2: neither. No mistake is cheaper than going on to the first difference, so only that place is tried.
 */
export function mistakes(typed: string, meant: string, whole: boolean): 0 | 1 | 2 {
  let at = 0;
  while (at < typed.length && typed[at] === meant[at]) at++;
  const rest = (ofTyped: number, ofMeant: number): boolean => {
    const [tail, other] = [typed.slice(at + ofTyped), meant.slice(at + ofMeant)];
    return whole ? other === tail : other.startsWith(tail);
  };
  if (rest(0, 0)) return 0;
  const isSwapped = typed[at] === meant[at + 1] && typed[at + 1] === meant[at];
  return rest(1, 1) || rest(0, 1) || rest(1, 0) || (isSwapped && rest(2, 2)) ? 1 : 2;
}
