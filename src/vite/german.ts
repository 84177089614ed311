/**
 * reveal.js speaks English only. Its bundle gives its words to the audience and the speaker, so they are exchanged in the
 * module's text while it is bundled: each must be found, so that a new version with other words fails the build.
 */

/** A piece of the module's text, long enough to stand for one thing only, and what takes its place everywhere. */
type Exchange = readonly [english: string, german: string];

/** Words in `reveal.js`: controls, keyboard help, overlays. */
const deckWords: readonly Exchange[] = [
  [`"next slide" : "previous slide"`, `"nächste Folie" : "vorige Folie"`],
  [`"previous slide" : "next slide"`, `"vorige Folie" : "nächste Folie"`],
  [`aria-label="above slide"`, `aria-label="Folie darüber"`],
  [`aria-label="below slide"`, `aria-label="Folie darunter"`],
  [`"Jump to slide"`, `"Zur Folie springen"`],
  [`"Next slide"`, `"Nächste Folie"`],
  [`"Previous slide"`, `"Vorige Folie"`],
  [`"Navigate left"`, `"Nach links"`],
  [`"Navigate right"`, `"Nach rechts"`],
  [`"Navigate up"`, `"Nach oben"`],
  [`"Navigate down"`, `"Nach unten"`],
  [`"Navigate without fragments"`, `"Ohne Zwischenschritte weiter"`],
  [`"Jump to first/last slide"`, `"Zur ersten oder letzten Folie"`],
  [`"Pause"`, `"Bild dunkel schalten"`],
  [`"Fullscreen"`, `"Vollbild"`],
  [`"Slide overview"`, `"Folienübersicht"`],
  [`SPACE  ,  N`, `Leertaste  ,  N`],
  [`N  ,  SPACE`, `N  ,  Leertaste`],
  [`Shift SPACE`, `Umschalt Leertaste`],
  [`Shift + &#8592;`, `Umschalt + &#8592;`],
  [`Keyboard Shortcuts`, `Tastenkürzel`],
  [`<th>KEY</th><th>ACTION</th>`, `<th scope=\\"col\\">Taste</th><th scope=\\"col\\">Wirkung</th>`],
  [`r-overlay-close\\"><span`, `r-overlay-close\\" aria-label=\\"Schließen\\"><span`],
  [`Unable to load iframe. This is likely due to the site's policy (x-frame-options).`, `Die Seite lässt sich nicht einbetten.`],
  [`Unable to load image.`, `Das Bild lässt sich nicht laden.`],
  [`Unable to load video.`, `Das Video lässt sich nicht laden.`],
  [`No notes on this slide.`, `Zu dieser Folie gibt es keine Notizen.`],
  [`Resume presentation`, `Weiter mit der Präsentation`],
  [`"Play media"`, `"Abspielen"`],
  [`"Play video"`, `"Video abspielen"`],
  [`"Unmute video"`, `"Ton des Videos einschalten"`],
  [`"Play audio"`, `"Ton abspielen"`],
];

/** Words in the notes plugin, most of them in the page of the speaker view, which it holds as a string. */
const notesWords: readonly Exchange[] = [
  [`<html lang=\\"en\\">`, `<html lang=\\"de\\">`],
  [`reveal.js - Speaker View`, `Ansicht für Vortragende`],
  [`"reveal.js - Notes"`, `"stichtag-notizen"`],
  [`Loading speaker view...`, `Die Ansicht wird geladen …`],
  [`>Upcoming<`, `>Nächste Folie<`],
  [`>Time <span class=\\"reset-button\\">Click to Reset<`, `>Zeit <span class=\\"reset-button\\">Zurücksetzen<`],
  [`>0:00 AM<`, `>00:00<`],
  [`Pacing – Time to finish current slide`, `Restzeit für diese Folie`],
  [`>Notes<`, `>Notizen<`],
  [`'default': 'Default'`, `'default': 'Standard'`],
  [`'wide': 'Wide'`, `'wide': 'Breit'`],
  [`'tall': 'Tall'`, `'tall': 'Hoch'`],
  [`'notes-only': 'Notes only'`, `'notes-only': 'Nur Notizen'`],
  [`'Layout' + ( title`, `'Anordnung' + ( title`],
  [
    `Cross origin error.<br>The speaker window can only be opened from the same origin.`,
    `Die Ansicht lässt sich nur aus der Präsentation heraus öffnen.`,
  ],
  [
    `Error connecting to main window.<br>Please try closing and reopening the speaker view.`,
    `Keine Verbindung zur Präsentation.<br>Bitte dieses Fenster schließen und mit der Taste S erneut öffnen.`,
  ],
  [
    `\\"The pacing time for \\" + slidesUnderMinimum + \\" slide(s) is under the configured minimum of \\" + minTimePerSlide + \\" seconds. Check the data-timing attribute on individual slides, or consider increasing the totalTime or minimumTimePerSlide configuration options (or removing some slides).\\"`,
    `\\"Für \\" + slidesUnderMinimum + \\" Folien bleiben weniger als \\" + minTimePerSlide + \\" Sekunden.\\"`,
  ],
  [`toLocaleTimeString( 'en-US', { hour12: true, `, `toLocaleTimeString( 'de-DE', { `],
  [
    `Speaker view popup failed to open. Please make sure popups are allowed and reopen the speaker view.`,
    `Die Ansicht für Vortragende ließ sich nicht öffnen. Bitte Pop-up-Fenster für diese Seite erlauben und die Taste S noch einmal drücken.`,
  ],
  [`"Speaker notes view"`, `"Ansicht für Vortragende"`],
  // A strict policy forbids style attributes: what they hide would be seen.
  [`<h4 class=\\"label pacing-title\\" style=\\"display: none\\">`, `<h4 class=\\"label pacing-title\\" hidden>`],
  [`<div class=\\"pacing\\" style=\\"display: none\\">`, `<div class=\\"pacing\\" hidden>`],
  [`pacingTitleEl.style.removeProperty('display');`, `pacingTitleEl.hidden = false;`],
  [`pacingEl.style.removeProperty('display');`, `pacingEl.hidden = false;`],
];

/** @throws Error that names the words not found */
function exchange(code: string, words: readonly Exchange[]): string {
  const missing = words.filter(([english]) => !code.includes(english)).map(([english]) => english);
  if (missing.length > 0) throw new Error(`reveal.js has changed; not found in it: ${missing.join(" | ")}`);
  return words.reduce((text, [english, german]) => text.replaceAll(english, german), code);
}

/** The module of reveal.js with its words in German. */
export function germanDeck(code: string): string {
  return exchange(code, deckWords);
}

/**
 * The module of the notes plugin with its words in German, and without its own copy of marked: 50 kB to format notes that
 * come as HTML here.
 */
export function germanNotes(code: string): string {
  const plugin = code.indexOf("//#region plugin/notes/index.ts");
  const popup = /(\w+)\.marked = [\w$]+, /;
  if (plugin < 0 || !popup.test(code)) throw new Error("reveal.js has changed: its notes plugin is laid out in another way.");
  return exchange(code.slice(plugin).replace(popup, ""), notesWords);
}

/** The inline script and style of the speaker view's window, whose hashes the page's policy must allow: it inherits it. */
export function speakerView(code: string): { readonly scripts: readonly string[]; readonly styles: readonly string[] } {
  const literal = /document\.write\(("(?:[^"\\]|\\.)*")\)/.exec(code)?.[1];
  if (literal === undefined) throw new Error("reveal.js has changed: the speaker view's page is not where it was.");
  const page = unescape(literal.slice(1, -1));
  const inside = (tag: string): readonly string[] =>
    [...page.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, "g"))].map(([, text = ""]) => text);
  return { scripts: inside("script"), styles: inside("style") };
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r" };

/** The value of a JavaScript string literal, without its quotes. */
function unescape(literal: string): string {
  return literal.replace(/\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|([^]))/g, (_all, short?: string, long?: string, plain?: string) => {
    const code = short ?? long;
    return code === undefined ? (escapes[plain ?? ""] ?? plain ?? "") : String.fromCharCode(Number.parseInt(code, 16));
  });
}
