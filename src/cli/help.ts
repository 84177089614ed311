/** The help text, in both languages of the interface. */

import type { Language } from "../source/diagnostic.ts";

const texts: Readonly<Record<Language, string>> = {
  de: `Stichtag macht aus Folien (Markdown) und Statistiken (YAML) eine Präsentation.

  npm run build                 schreibt dist/<Foliensatz>.html
  npm run pptx                  schreibt dist/<Foliensatz>.pptx für PowerPoint
  npm start                     zeigt die Präsentation im Browser und folgt jeder Änderung

Optionen (nach --, zum Beispiel: npm run build -- --as-of latest)
  --deck NAME                   nur diesen Foliensatz; mehrfach möglich
  --as-of TAG                   Stand der Daten: ein Tag wie 2017-08-07, oder latest
  --lang de|en                  Sprache der Meldungen; sonst die des Systems
  --root ORDNER                 Ordner mit slides/ und data/; sonst der aktuelle
  --help                        diese Hilfe
nur build und pptx
  --out ORDNER                  Ziel statt dist/
nur build
  --pptx                        schreibt auch die Dateien für PowerPoint
nur start
  --port NUMMER                 sonst der erste freie ab 5173
  --no-open                     öffnet keinen Browser

Rückgabewert: 0 fertig, 1 Fehler in Folien oder Daten, 2 falscher Aufruf.
`,
  en: `Stichtag turns slides (Markdown) and statistics (YAML) into a presentation.

  npm run build                 writes dist/<deck>.html
  npm run pptx                  writes dist/<deck>.pptx for PowerPoint
  npm start                     shows the deck in the browser and follows each edit

Options (after --, for example: npm run build -- --as-of latest)
  --deck NAME                   only this deck; may be repeated
  --as-of DAY                   state of the data: a day such as 2017-08-07, or latest
  --lang de|en                  language of messages; default the system's
  --root FOLDER                 folder with slides/ and data/; default the present one
  --help                        this help
build and pptx only
  --out FOLDER                  target instead of dist/
build only
  --pptx                        writes the PowerPoint files, too
start only
  --port NUMBER                 default the first free one from 5173
  --no-open                     opens no browser

Exit code: 0 done, 1 fault in slides or data, 2 wrong call.
`,
};

export function helpText(language: Language): string {
  return texts[language];
}
