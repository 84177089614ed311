/** The words by which German compares, as tables, and the company in which they compare nothing. */

/** Forms of verbs that say by themselves that something changed. Infinitives are plans where a modal stands beside them. */
export const changes: ReadonlySet<string> = new Set(
  [
    "stieg stiegen steigt steigen gestiegen angestiegen ansteigt anstieg anstiegen ansteigen",
    "sank sanken sinkt sinken gesunken abgesunken",
    "wuchs wuchsen wächst wachsen gewachsen angewachsen anwächst",
    "schrumpft schrumpfte schrumpften schrumpfen geschrumpft",
    "zugenommen zunahm zunahmen zunimmt abgenommen abnahm abnahmen abnimmt",
    "zurückgegangen zurückging zurückgingen zurückgeht zurückgehen zunehmen abnehmen zugelegt zulegt zulegte zulegten zulegen eingebrochen nachgelassen nachlässt nachlassen nachließ nachließen angewachsen anwuchs anwuchsen abgesackt hochgeschnellt klettert kletterte kletterten geklettert",
    "schnellt schnellten schnellte emporgeschnellt klettern rangiert rangieren rangierte rangierten",
    "verdoppelt verdoppelte verdoppelten verdreifacht verdreifachte verdreifachten vervierfacht vervierfachte vervierfachten verfünffacht verfünffachte verzehnfacht verzehnfachte vervielfacht vervielfachte vervielfachten gedrittelt halbiert halbierte halbierten",
    "übertrifft übertraf übertrafen übertreffen übertroffen übersteigt überstieg überstiegen übersteigen",
    "unterschritten unterschreitet unterschritt überschritten überschreitet überschritt",
    "flachte abgeflacht überwiegt überwiegen überwog überwogen dominiert dominieren dominierte dominierten",
    "fallend steigend sinkend wachsend schrumpfend abnehmend rückläufig stagnierend",
    "stagniert stagnierte stagnieren unverändert gleichbleibend",
  ]
    .join(" ")
    .split(" ")
    // "steigende", "mit sinkendem", "gestiegener": as adjectives they have endings.
    .concat(
      "steigend sinkend wachsend schrumpfend abnehmend zunehmend rückläufig stagnierend gestiegen gesunken gewachsen geschrumpft"
        .split(" ")
        .flatMap((stem) => ["e", "en", "er", "es", "em"].map((ending) => stem + ending)),
    ),
);
/** These change themselves ("hat sich erhöht") or are a plan ("wurde beschlossen, … zu erhöhen"): only with "sich". */
export const reflexive: ReadonlySet<string> = new Set(
  "erhöht erhöhte erhöhten erhöhen verringert verringerte verringerten vermindert verminderte verminderten reduziert reduzierte verschoben vergrößert vergrößerte verkleinert verkleinerte verstärkt verstärkte verschlechtert verschlechterte verschlechterten verbessert verbesserte verbesserten verdoppeln verdreifachen halbieren verringern vermindern verlagert verlangsamt verlangsamte beschleunigt beschleunigte".split(
    " ",
  ),
);
/** "hat … überholt"; what "ist überholt" is old. */
export const overtakes: ReadonlySet<string> = new Set(["überholt", "überholte", "überholten"]);
/** Verbs with their last word at the end of the clause: "nahm … zu", "ging … zurück". "Geht auf … zurück" names an origin. */
export const split: readonly { readonly verb: RegExp; readonly end: RegExp; readonly not?: RegExp }[] = [
  { verb: /^(?:nahm|nahmen|nimmt|nehmen)$/, end: /^(?:zu|ab)$/ },
  { verb: /^(?:ging|gingen|geht|gehen)$/, end: /^zurück$/, not: /^auf$/ },
  { verb: /^(?:legte|legten|legt|legen)$/, end: /^zu$/, not: /^(?:besonderen|großen|wert)$/ },
  { verb: /^(?:lässt|lassen|ließ|ließen)$/, end: /^nach$/ },
  { verb: /^(?:zieht|ziehen|zog|zogen)$/, end: /^an$/ },
  { verb: /^(?:geht|gehen|ging|gingen)$/, end: /^(?:oben|unten|hoch|runter)$/ },
  { verb: /^(?:flacht|flachte|schwächt|schwächte)$/, end: /^ab$/ },
  { verb: /^(?:führt|führte|führen|führten)$/, end: /^an$/ },
  { verb: /^(?:liegt|liegen|lag|lagen)$/, end: /^(?:vorne?|hinten|gleichauf|darüber|darunter|zurück)$/ },
  { verb: /^(?:zeigt|zeigen|weist|weisen)$/, end: /^(?:oben|unten|aufwärts|abwärts)$/ },
  { verb: /^(?:blieb|blieben|bleibt|bleiben|ist|sind)$/, end: /^(?:gleich|stabil|konstant|unverändert)$/ },
  { verb: /^(?:stabil|gleich|konstant)$/, end: /^geblieben$/ },
];
/** With these verbs people move, grow up or get on: no number does. */
export const movers: ReadonlySet<string> = new Set(
  "stieg stiegen steigt steigen gestiegen wuchs wuchsen wächst wachsen gewachsen".split(" "),
);
export const growingUp: ReadonlySet<string> = new Set(["auf", "heran", "zusammen", "ein", "aus", "um", "hinein"]);
export const vehicles: RegExp = /^(?:bus|zug|bahn|auto|treppen?|berg|leiter|dach|strukturen|vertrauen|freundschaften|tradition(?:en)?)$/;
/** Conditions and questions state nothing. */
export const hypothetical: ReadonlySet<string> = new Set(["ob", "wenn", "falls", "sofern", "sobald", "soweit", "damit"]);
export const modal: RegExp =
  /^(?:soll|sollen|sollte|sollten|will|wollen|möchte|möchten|muss|müssen|müsste|müssten|darf|dürfen|kann|können|könnte|könnten|würde|würden)$/;

/** Nouns that say that something changed, was highest, or how large a part is. */
export const nouns: RegExp =
  /^(?:\p{L}*anstieg(?:e?s|e)?|\p{L}*rückg[aä]ng(?:e?s|en?)?|\p{L}*zuwachs(?:es)?|\p{L}*zuwächsen?|bevölkerungswachstums?|\p{L}*schwund(?:s|es)?|zugewinne?s?|(?:geburten|sterbe|frauen|männer)überschuss(?:es)?|geburtendefizits?|über(?:zahl|gewicht)|unterzahl|trend(?:wende|umkehr)|tiefpunkt(?:s|es)?|höchstmarke|talfahrt|\p{L}*fachung|zunahme|abnahme|höchststand(?:s|es)?|tiefststand(?:s|es)?|höchstwerte?s?|tiefstwerte?s?|rekord\p{L}*|spitzenreiter\p{L}*|spitzenplatz|spitzenwerte?|schlusslicht(?:er)?|verdopp?elung|halbierung|großteils?|großteile|löwenanteils?|gros|hauptanteils?|spitzenpositionen?|spitzengruppe|vorjahresniveaus?|vorkrisenniveaus?|aufwärtstrend\p{L}*|abwärtstrend\p{L}*|vorsprung|überhang|plus|minus|haupt\p{L}*(?:länder|ländern|land|gruppen?))$/u;
/** Also these, where nobody votes. */
export const majority: RegExp =
  /^(?:mehrheit|mehrheitlich|mehrzahl|überwiegend(?:e[nrsm]?)?|größtenteils|minderheit|vorwiegend|hauptsächlich)$/;
export const voting: RegExp =
  /^(?:beschlossen|beschließt|zugestimmt|stimmte|stimmten|gefasst|angenommen|abgelehnt|gewählt|kreistag|ausschuss|rat|stimmen|mit|antrag|beschluss)$/;

/** Superlatives of size and number, with "zweit-", "dritt-" before them; with any ending but "-ens". */
export const superlative: RegExp =
  /^(?:zweit|dritt|viert|fünft|[a-zäöüß]{3,20})?(?:reichst|ärmst|stärkst|schwächst|dichtest|intensivst)e[nrsm]?$|^(?:meist(?:ge|be|ver)|höchst(?:be|ver)|best(?:be|ver))[a-zäöüß]{2,20}(?:t|en)(?:e[nrsm]?)$|^(?:zweit|dritt|viert|fünft)?(?:größt|höchst|niedrigst|geringst|kleinst|stärkst|schwächst|häufigst|seltenst|meist|wenigst|schnellst|teuerst|dünnst)e[nrsm]?$/;
/** What is largest in somebody's judgement is no statistic. */
export const judgements: RegExp =
  /(?:^|\p{L})(?:herausforderung(?:en)?|werte?n?|hürden?|sorgen?|aufgaben?|bedeutung|chancen?|wunsch|wünsche|hindernisse?n?|probleme?n?|freude|dank|respekt|mühe|sorgfalt|zeit|priorität(?:en)?|instanz|maße?|verständnis|vertrauen|anliegen|erfolge?n?|rolle|vorteile?n?|nachteile?n?|gefahr(?:en)?|risik(?:o|en)|schwierigkeit(?:en)?|gut|not|glück|anforderungen|nutzen|wirkung(?:en)?|einfluss|stärken?|schwächen?|interesse|eindruck|informationen|bedenken|nachdruck|vorsicht|hebel|bedarf|handlungsbedarf|potenziale?|fehler|schritt|verdacht)$/u;

/** Comparatives of size and number; inflected ones too ("höhere Anteile … als"). */
export const comparative: RegExp =
  /^(?:mehr|weniger|(?:höher|niedriger|geringer|größer|kleiner|stärker|schwächer|häufiger|öfter|seltener|jünger|älter|länger|kürzer|schneller|langsamer|teurer|günstiger|dichter|besser|schlechter|früher|später|kräftiger|zahlreicher|dynamischer|ärmer|reicher|dünner|enger|[a-zäöüß]{3,20}(?:reicher|ärmer|stärker|schwächer))(?:e[nrsm]?)?)$/;
/** Before a comparative they make it a comparison without "als": "deutlich weniger", "immer mehr", "wieder mehr". */
export const intensifiers: ReadonlySet<string> = new Set(
  "deutlich erheblich viel weit wesentlich etwas leicht spürbar weitaus merklich klar stark signifikant immer wieder kaum ungleich geringfügig".split(
    " ",
  ),
);
/** "Integration ist mehr als Sprache": no quantity. */
export const copula: ReadonlySet<string> = new Set(["ist", "sind", "war", "waren", "bedeutet", "heißt", "sein"]);
export const notCompared: ReadonlySet<string> = new Set([
  "nötig",
  "nur",
  "bloß",
  "genug",
  "willkommen",
  "erforderlich",
  "möglich",
  "notwendig",
  "üblich",
]);

/** "an zweiter Stelle", "auf Platz drei". */
export const rankNoun: RegExp = /^(?:stelle|platz|rang)$/;
export const ordinalWord: RegExp = /^(?:erst|zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt|letzt|vorletzt)e[rnm]$/;
/** "über dem Landesdurchschnitt". */
export const average: RegExp = /(?:durchschnitt|schnitt|mittel|mittelwert|quote|niveau|wert|anteil|vorjahr)e?s?$/;
export const aboutAverage: RegExp = /^(?:über|unter)(?:durchschnittlich|proportional|repräsentiert)(?:e[nrsm]?)?$/;
/** "ebenso viele", "so hoch wie nie". */
export const equally: ReadonlySet<string> = new Set(["ebenso", "genauso", "gleich", "ähnlich", "vergleichbar"]);
export const muchOrHigh: RegExp =
  /^(?:viele?n?|viel|wenige?n?|hoch|hohe[nrsm]?|niedrig|groß|große[nrsm]?|klein|stark|häufig|oft|selten|gering|kräftig(?:e[nrsm]?)?|starke[nrsm]?|geringe[nrsm]?)$/;
/** "fast alle". */
export const nearly: ReadonlySet<string> = new Set(["fast", "nahezu", "beinahe"]);
export const all: RegExp = /^alle[nrs]?$/;
/** For the first time: a statistic only where something is measured. */
export const first: RegExp = /^erstmal(?:s|ig|ige|igen)$/;
export const measured: RegExp =
  /(?:^|\p{L})(?:mehr|weniger|über|unter|höher|niedriger|größer|kleiner|anteile?s?|zahl|zahlen|quote|quoten|überschritten|überschreitet|unterschritten|gestiegen|gesunken|bevölkerung|prozent)$/u;

/** What is measured: beside these a comparative needs no "als" ("fällt der Anteil geringer aus"). */
export const measure: RegExp =
  /(?:^|\p{L})(?:anteile?n?s?|quoten?|zahlen|zahl|durchschnitt|abstand|bevölkerung|dichte|auslastung|rate|raten|werte?)$/u;
export const plainComparative: RegExp = /^(?:höher|niedriger|geringer|größer|kleiner|kürzer|länger|dichter)$/;
export const becomes: ReadonlySet<string> = new Set([
  "wird",
  "werden",
  "wurde",
  "wurden",
  "geworden",
  "fällt",
  "fallen",
  "fiel",
  "fielen",
  "ist",
  "sind",
  "liegt",
  "liegen",
  "lag",
]);
/** "vergleichsweise viele", "besonders hoch". */
export const relatively: ReadonlySet<string> = new Set([
  "vergleichsweise",
  "verhältnismäßig",
  "besonders",
  "überdurchschnittlich",
  "auffallend",
  "außergewöhnlich",
]);
/** What works best convinces; nobody counts it. */
export const convincing: RegExp = /^(?:wirkt|wirken|hilft|helfen|zählt|überzeugt|freut|freuen|liegt|bleibt)$/;
/** What has changed or not, where it can be measured: "haben sich die Zahlen kaum verändert". */
export const altered: RegExp = /^(?:verändert|veränderte|veränderten|verändern|geändert|gefallen|fiel|fielen)$/;
/** "im Vergleich zum Land", "gegenüber dem Vorjahr", "gemessen an der Einwohnerzahl". */
export const against: readonly (readonly RegExp[])[] = [
  [/^im$/, /^vergleich$/, /^(?:zu|zum|zur|mit)$/],
  [/^verglichen$/, /^mit$/],
  [/^gemessen$/, /^an$/],
  [/^gegenüber$/, /^(?:dem|der)$/, /^(?:vorjahr|vorquartal|vormonat|vorwoche|vorjahresmonat)$/],
  [/^gegenüber$/, /^(?:1[89]|20)\d{2}$/],
];
/** What is wished or planned is not said to be so. */
export const plans: RegExp = /^(?:vorgesehen|geplant|angestrebt|erwünscht|ziel|ziele|befürchtet|gewünscht|absicht)$/;
