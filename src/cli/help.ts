/** The help text, in both languages of the interface. */

import type { Language } from "../source/diagnostic.ts";

const texts: Readonly<Record<Language, string>> = {
  de: `Stichtag macht aus Folien (Markdown) und Statistiken (YAML) eine Präsentation.

  npm run build                 schreibt dist/<Foliensatz>.html
  npm run pptx                  schreibt dist/<Foliensatz>.pptx für PowerPoint
  npm start                     zeigt die Präsentation im Browser und folgt jeder Änderung
  npm run update -- [DATENSATZ …]
                                holt neue Zahlen und sagt, was sie ändern
  npm run diff -- [VON] [BIS]   sagt, welche Zahlen zwischen zwei Ständen anders sind:
                                ein Tag, latest, known:TAG (was da bekannt war) oder ein Stand von git
  npm run check                 prüft Folien und Daten und sagt, wo neue Zahlen zu erwarten sind
  npm run audit -- DATEI.pptx   vergleicht eine PowerPoint-Datei, die zurückkam, mit den Daten

Optionen (nach --, zum Beispiel: npm run build -- --as-of latest)
  --deck NAME                   nur diesen Foliensatz; mehrfach möglich; nicht bei update
  --lang de|en                  Sprache der Meldungen; sonst die des Systems
  --root ORDNER                 Ordner mit slides/ und data/; sonst der aktuelle
  --help                        diese Hilfe
build, pptx, start, check und audit
  --as-of TAG                   Stand der Daten: ein Tag wie 2017-08-07, oder latest
  --known-on TAG                wie an diesem Tag gebaut: ohne das, was später hereinkam
build und pptx
  --out ORDNER                  Ziel statt dist/
nur build
  --pptx                        schreibt auch die Dateien für PowerPoint
nur start
  --port NUMMER                 sonst der erste freie ab 5173
  --no-open                     öffnet keinen Browser
nur update
  --from DATEI                  liest diese Datei, statt beim Amt zu fragen
  --inspect DATEI               zeigt nur, was in der Datei steht, und schlägt vor, was unter update: stehen kann
  --stichtag TAG                Stichtag der Datei, wenn er nicht in ihr steht
  --accept                      nimmt auch, wogegen die Prüfungen sprechen; der Stand hält es fest
nur diff
  --format text|markdown|json|slide
                                Form der Liste; sonst text
  --out DATEI                   schreibt sie in eine Datei
nur audit
  --format text|json            Form der Liste; sonst text
update und check
  --today TAG                   was als heute gilt; sonst der Tag der Uhr
check und build
  --strict                      auch Warnungen geben den Rückgabewert 1, bei build auch, was check an Sätzen und
                                Diagrammen findet; was nur aussteht oder mit --as-of alt wäre, wird gesagt

Rückgabewert: 0 fertig, 1 Fehler in Folien oder Daten oder abgelehnte Zahlen (bei audit: Abweichungen oder
Unbelegtes), 2 falscher Aufruf.
`,
  en: `Stichtag turns slides (Markdown) and statistics (YAML) into a presentation.

  npm run build                 writes dist/<deck>.html
  npm run pptx                  writes dist/<deck>.pptx for PowerPoint
  npm start                     shows the deck in the browser and follows each edit
  npm run update -- [DATASET …] fetches new numbers and says what they change
  npm run diff -- [FROM] [TO]   says which numbers differ between two states:
                                a day, latest, known:DAY (what was known then) or a revision of git
  npm run check                 checks slides and data, and says where new numbers are to be expected
  npm run audit -- FILE.pptx    compares a PowerPoint file that came back with the data

Options (after --, for example: npm run build -- --as-of latest)
  --deck NAME                   only this deck; may be repeated; not for update
  --lang de|en                  language of messages; default the system's
  --root FOLDER                 folder with slides/ and data/; default the present one
  --help                        this help
build, pptx, start, check and audit
  --as-of DAY                   state of the data: a day such as 2017-08-07, or latest
  --known-on DAY                as if built on this day: without what came in later
build and pptx
  --out FOLDER                  target instead of dist/
build only
  --pptx                        writes the PowerPoint files, too
start only
  --port NUMBER                 default the first free one from 5173
  --no-open                     opens no browser
update only
  --from FILE                   reads this file instead of asking the office
  --inspect FILE                only shows what is in the file, and proposes what may stand under update:
  --stichtag DAY                the file's Stichtag, where it does not name it
  --accept                      takes what the checks object to as well; the release keeps a note of it
diff only
  --format text|markdown|json|slide
                                form of the list; default text
  --out FILE                    writes it to a file
audit only
  --format text|json            form of the list; default text
update and check
  --today DAY                   what counts as today; default the clock's day
check and build
  --strict                      warnings give exit code 1, too, with build also what check finds in sentences and
                                charts; what is only due, or would be old with --as-of, is told

Exit code: 0 done, 1 fault in slides or data or numbers refused (with audit: something differs or cannot be
proved), 2 wrong call.
`,
};

export function helpText(language: Language): string {
  return texts[language];
}
