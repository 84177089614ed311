/**
 * Where a German word may be divided when it does not fit a line: the school rules (of several consonants the last one
 * goes to the next line; ch, sch, ck, ph, th, qu stay together) and a break after the s that joins compounds.
 */

const vowel = "aeiouyäöüáéíóúàèâêîôûëïąęıăy";
const joint = /(?:ungs|heits|keits|ions|schafts|täts|ings|tums|lings)(?=\p{L}{3})/giu;
const together = ["sch", "ch", "ck", "ph", "th", "qu", "sp", "st"];

export interface Hyphens {
  /** Between the parts of a compound. */
  readonly joints: readonly number[];
  readonly syllables: readonly number[];
}

/** Offsets into the word, ascending, at least two letters from either end. */
export function hyphenate(word: string): Hyphens {
  const lower = word.toLowerCase();
  if (lower.length !== word.length) return { joints: [], syllables: [] };
  const places = new Set<number>();
  const joints = [...lower.matchAll(joint)].map((match) => match.index + match[0].length);
  for (let i = 1; i < lower.length; i++) {
    if (!isVowel(lower[i]) || isVowel(lower[i - 1])) continue;
    // `i` starts a syllable's vowel: its consonants reach back to the vowel before, and the last of them opens the syllable.
    let start = i - 1;
    for (const cluster of together) {
      if (lower.slice(i - cluster.length, i) === cluster && cluster !== "st" && cluster !== "sp") {
        start = i - cluster.length;
        break;
      }
    }
    if (!hasVowel(lower.slice(0, start)) || joints.some((place) => place > start && place <= i)) continue;
    places.add(start);
  }
  const allowed = (place: number): boolean => place >= 2 && word.length - place >= 2 && onlyLetters(word, place);
  return { joints: joints.filter(allowed), syllables: [...places].filter(allowed).toSorted((a, b) => a - b) };
}

function isVowel(letter: string | undefined): boolean {
  return letter !== undefined && vowel.includes(letter);
}

function hasVowel(text: string): boolean {
  for (const letter of text) if (vowel.includes(letter)) return true;
  return false;
}

/** No break beside a digit, dot or hyphen. */
function onlyLetters(word: string, place: number): boolean {
  return /^\p{L}{2}$/u.test(word.slice(place - 1, place + 1)) && /^\p{L}{2}/u.test(word.slice(place));
}
