/** The words by which German compares, as tables, and the company in which they compare nothing. */

/** Forms of verbs that say by themselves that something changed. Infinitives are plans where a modal stands beside them. */
export const changes: ReadonlySet<string> = new Set(
  [
    "stieg stiegen steigt steigen gestiegen angestiegen ansteigt anstieg anstiegen ansteigen",
    "sank sanken sinkt sinken gesunken abgesunken",
    "wuchs wuchsen wächst wachsen gewachsen angewachsen anwächst",
    "schrumpft schrumpfte schrumpften schrumpfen geschrumpft",
    "zugenommen zunahm zunahmen zunimmt abgenommen abnahm abnahmen abnimmt",
    "zurückgegangen zurückging zurückgingen zurückgeht zurückgehen zunehmen abnehmen zugelegt zulegt zulegte zulegten zulegen eingebrochen nachgelassen nachlässt nachlassen nachließ nachließen angewachsen anwuchs anwuchsen abgesackt hochgeschnellt",
    "schnellt schnellten schnellte emporgeschnellt rangiert rangieren rangierte rangierten",
    "verdoppelt verdoppelte verdoppelten verdreifacht verdreifachte verdreifachten vervierfacht vervierfachte vervierfachten verfünffacht verfünffachte verzehnfacht verzehnfachte vervielfacht vervielfachte vervielfachten gedrittelt halbiert halbierte halbierten",
    "übertrifft übertraf übertrafen übertreffen übertroffen übersteigt überstieg überstiegen übersteigen",
    "unterschritten unterschreitet unterschritt überschritten überschreitet überschritt",
    "flachte abgeflacht überwiegt überwiegen überwog überwogen dominiert dominieren dominierte dominierten",
    "fallend steigend sinkend wachsend schrumpfend abnehmend rückläufig stagnierend",
    "stagniert stagnierte stagnieren gleichbleibend altert altern alterte alterten gealtert vorgerückt abgerutscht gleichgezogen abgehängt",
    "überflügelt überflügelte überflügelten überrundet überrundete überrundeten überragt überragte überragten überbietet überbot überboten unterbietet unterbot unterboten getoppt toppt toppte überwogen übersteigt",
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
/** These do so of what is counted: children climb as well, and rules stay unaltered. */
export const countedChanges: ReadonlySet<string> = new Set(
  "ungebrochen klettert klettern kletterte kletterten geklettert unverändert erholt erholte erholten erholen stabilisiert stabilisierte stabilisierten häufen häuften gehäuft mehren mehrten explodiert explodieren explodierte explodierten verharrt verharren verharrte verharrten gestoppt gebremst schwankt schwanken schwankte schwankten stockt bröckelt bröckeln boomt entspannt beruhigt verschärft normalisiert variiert variieren variierte variierten differiert differieren divergiert divergieren konvergieren verknappt überaltert verjüngt erlahmt erlahmte versiegt lahmt schwächelt schwächeln schwächelte schwächelten dümpelt dümpeln kriselt brummt sprudeln sprudelt sprudelten sprießen vervielfältigt summiert summieren türmen konzentriert konzentrieren konzentrierte verteilen verteilt auseinanderentwickelt ausgeweitet gedreht gekippt kippt kippte kippten purzeln springt sprang rutscht rutschte umgekehrt geschmolzen schmilzt zugespitzt übererfüllt verfehlt fortsetzt".split(
    " ",
  ),
);
/** "verlor Einwohnerinnen und Einwohner". */
export const gains: RegExp = /^(?:verliert|verlieren|verlor|verloren|gewinnt|gewann|gewannen|hinzugewonnen|büßte|büßten|büßt)$/;
export const gained: RegExp =
  /^(?:einwohner\p{L}*|\p{L}*(?:betriebe|stellen|mitglieder|fachkräfte|ärzte)|bevölkerung|beschäftigte|arbeitsplätze|schülerinnen|haushalte)$/u;
/** These change themselves ("hat sich erhöht") or are a plan ("wurde beschlossen, … zu erhöhen"): only with "sich". */
export const reflexive: ReadonlySet<string> = new Set(
  "erhöht erhöhte erhöhten erhöhen verringert verringerte verringerten vermindert verminderte verminderten reduziert reduzierte vergrößert vergrößerte verkleinert verkleinerte verstärkt verstärkte verschlechtert verschlechterte verschlechterten verbessert verbesserte verbesserten verdoppeln verdreifachen halbieren verringern vermindern verlangsamt verlangsamte beschleunigt beschleunigte".split(
    " ",
  ),
);
/** These change themselves where they are of what is counted: "Die Wartezeiten verlängerten sich", but a contract does so as well. */
export const countedReflexive: RegExp =
  /^(?:ver(?:länger|kürz|teuer|billig|jüng|dicht|mehr|schärf|schmäler|schieb|änder|ringer|minder|stärk|lager)|abschwäch|schwäch|reduzier|steiger|stabilisier|erhol|erhöh|ausweit|beschleunig|verlangsam|beleb|entspann|öffn|spreiz|weit|stau)(?:t|te|ten|n|en|et|ete|eten)$|^(?:verschoben|verlagert)$|^unterscheide[nt]$|^unterschied(?:en)?$/;
/** "konnte … gesenkt werden": of these, what is brought about, and no fee. */
export const achieved: RegExp = /^(?:gesenkt|gesteigert|reduziert|verringert|erhöht|verkürzt|vermindert|verbessert|halbiert|gedrückt)$/;
export const achievable: RegExp =
  /(?:^|\p{L})(?:zahl(?:en)?|anteile?|(?:warte|bearbeitungs|fahr)zeit(?:en)?|dauer|leerstand|verbrauch|ausstoß|arbeitslosigkeit|emissionen|schulden|defizit)$/u;
/** "hat … überholt"; what "ist überholt" is old. */
export const overtakes: ReadonlySet<string> = new Set(["überholt", "überholte", "überholten"]);
/** Verbs with their last word at the end of the clause: "nahm … zu", "ging … zurück". "Geht auf … zurück" names an origin. */
export const split: readonly { readonly verb: RegExp; readonly end: RegExp; readonly not?: RegExp; readonly counted?: boolean }[] = [
  {
    verb: /^(?:nahm|nahmen|nimmt|nehmen)$/,
    end: /^(?:zu|ab)$/,
    not: /^(?:prüfung|eid|arbeit|aufzug|anlagen?|räume?|bau|gebäude|kontakt|platz)$/,
  },
  { verb: /^(?:ging|gingen|geht|gehen)$/, end: /^zurück$/ },
  { verb: /^(?:legte|legten|legt|legen)$/, end: /^zu$/, not: /^(?:besonderen|großen|wert)$/ },
  { verb: /^(?:lässt|lassen|ließ|ließen)$/, end: /^nach$/ },
  { verb: /^(?:zieht|ziehen|zog|zogen)$/, end: /^an$/, counted: true },
  { verb: /^(?:geht|gehen|ging|gingen)$/, end: /^(?:oben|unten|hoch|runter)$/ },
  { verb: /^(?:flacht|flachte|schwächt|schwächte)$/, end: /^ab$/ },
  {
    verb: /^(?:führt|führte|führen|führten)$/,
    end: /^an$/,
    not: /(?:zug|gruppe|delegation|mannschaft|gespräche?|verhandlungen|beispiele?|gründe?|argumente?|orchester|chor)$/,
  },
  { verb: /^(?:liegt|liegen|lag|lagen)$/, end: /^(?:vorne?|hinten|gleichauf|darüber|darunter|zurück)$/ },
  { verb: /^(?:zeigt|zeigen|weist|weisen)$/, end: /^(?:oben|unten|aufwärts|abwärts)$/, counted: true },
  { verb: /^(?:blieb|blieben|bleibt|bleiben|ist|sind)$/, end: /^(?:gleich|stabil|konstant)$/, counted: true },
  { verb: /^(?:stabil|gleich|konstant)$/, end: /^geblieben$/, counted: true },
];
/** With these verbs people move, grow up or get on: no number does. */
export const movers: ReadonlySet<string> = new Set(
  "stieg stiegen steigt steigen gestiegen wuchs wuchsen wächst wachsen gewachsen".split(" "),
);
export const growingUp: ReadonlySet<string> = new Set(["auf", "heran", "zusammen", "ein", "aus", "um", "hinein"]);
/** Conditions and questions state nothing. */
export const hypothetical: ReadonlySet<string> = new Set(["ob", "wenn", "falls", "sofern", "sobald", "soweit", "damit"]);
export const modal: RegExp =
  /^(?:soll|sollen|sollte|sollten|will|wollen|möchte|möchten|muss|müssen|müsste|müssten|darf|dürfen|kann|können|könnte|könnten|würde|würden)$/;

/** Nouns that say that something changed, was highest, or how large a part is. */
export const nouns: RegExp =
  /^(?:[\p{L}-]*(?:anstieg(?:e?s|e)?|rückg[aä]ng(?:e?s|en?)?|zuwachs(?:es)?|zuwächsen?|schwund(?:s|es)?|fachung|\p{L}{4}(?:rekord|boom|flaute|schub|knick)s?|-gefälles?|(?:vorjahres|vorkrisen|corona|pandemie|rekord|vormonats)-?niveaus?)|(?:bevölkerungs|wirtschafts|beschäftigungs|umsatz|einwohner)wachstums?|zugewinne?s?|(?:geburten|sterbe|frauen|männer)überschuss(?:es)?|geburtendefizits?|über(?:zahl|gewicht)|unterzahl|trend(?:wende|umkehr)|tiefpunkt(?:s|es)?|höchstmarke|talfahrt|zunahme|höchststand(?:s|es)?|tief(?:st)?st[aä]nd(?:s|es|e)?|allzeithoch|höchstwerte?s?|tiefstwerte?s?|rekord\p{L}*|spitzenreiter\p{L}*|tabellenführer\p{L}*|spitzen(?:platz|stellung|rang)|spitzenwerte?|schlusslicht(?:er)?n?|verdopp?elung|halbierung|großteils?|großteile|hauptlast|hochburg(?:en)?|schrumpfung(?:en)?|(?:über)?alterung|löwenanteils?|gros|hauptanteils?|spitzenpositionen?|spitzengruppe|(?:auf|ab)steigern?|aufwärtstrend\p{L}*|abwärtstrend\p{L}*|vorsprung|überhang|plus|minus|[a-zäöüß]{4,30}(?:plus|minus)|boom|flaute|sinkflug|höhenflug|steigflug|talsohle|bestmarke|negativrekord|hauptteils?|stagnation|überangebote?s?|überkapazität(?:en)?|(?:über|unter)versorgung|(?:bevölkerungs|einwohner|beschäftigungs|wanderungs|geburten|mitglieder|schüler|umsatz|stellen|arbeitsplatz|einnahmen?|ertrags|kaufkraft|preis|miet|kosten|zahlen|bestands|wähler|kunden|gäste|fahrgast)(?:verlust|gewinn|einbruch|einbuße|einbrüche|sprung|explosion|hoch|tief|überhang|gefälle|schwankung|rückstand|vorsprung)(?:s|e|en|es)?|(?:geburten|beschäftigungs|umfrage|zins|mehrjahres|jahres)(?:hoch|tief)s?|haupt\p{L}*(?:länder|ländern|land|gruppen?))$/u;
/** These with what is counted behind them: "Steigerung der Fallzahlen". */
export const countedNouns: RegExp =
  /^(?:steigerung|erhöhung|verringerung|senkung|minderung|einbruch(?:s|es)?|einbrüche|verlust(?:e|en|s|es)?|ausweitung|sprung|schwankung(?:en)?|gefälles?|rückstand(?:s|es)?|kluft|diskrepanz(?:en)?|ungleichgewicht|missverhältnis|schieflage|verschiebung(?:en)?|angleichung|annäherung|verlangsamung|beschleunigung|verkürzung|verlängerung|verknappung|verteuerung|verjüngung|erholung|stabilisierung|dominanz|häufung|zugewinne?s?|dämpfer|delle|aufschwung|abschwung|umschwung|abfall|absturz|ausreißer|talsohle|einbußen?|abstieg|aufstieg|schwung|hausse|andrang|run|ansturm|vorreiter(?:in)?|nachzügler|mehrzahl|verdichtung|ballung|überalterung|ausdünnung|verdrängung)$/;
export const howItChanges: RegExp = /^(?:leicht|deutlich|stark|spürbar|weiter|stetig|kontinuierlich|erneut|merklich|kräftig)e[nrsm]?$/;
/** Also these, where nobody votes. */
export const majority: RegExp =
  /^(?:mehrheit|mehrheitlich|mehrzahl|überwiegend(?:e[nrsm]?)?|größtenteils|großenteils|minderheit|vorwiegend|hauptsächlich|zumeist|vornehmlich|mehrenteils)$/;
/** The highest and the lowest of what is counted. */
export const peaks: RegExp = /^(?:höhepunkt(?:s|es)?|gipfel|zenit|scheitelpunkt|scheitel|maximum|minimum|peak)$/;
/** "die dänische Minderheit" is no small number. */
export const minorities: RegExp =
  /^(?:\p{L}*anerkannt(?:e[nrsm]?)?|national\p{L}*|ethnisch\p{L}*|sprachlich\p{L}*|religiös\p{L}*|sinti|roma|dänisch\p{L}*|friesisch\p{L}*|sorbisch\p{L}*|geschützt\p{L}*|schutz)$/u;
export const voting: RegExp =
  /^(?:beschlossen|beschließt|zugestimmt|stimmte|stimmten|gefasst|angenommen|abgelehnt|gewählt|kreistag|ausschuss|rat|stimmen|antrag|beschluss)$/;

/** Superlatives of size and number, with "zweit-", "dritt-" before them; with any ending but "-ens". */
export const superlative: RegExp =
  /^(?:zweit|dritt|viert|fünft|[a-zäöüß]{3,20})?(?:reichst|ärmst|stärkst|schwächst|dichtest|intensivst)e[nrsm]?$|^(?:meist(?:ge|be|ver)|höchst(?:be|ver)|best(?:be|ver))[a-zäöüß]{2,20}(?:t|en)(?:e[nrsm]?)$|^(?:zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt|nächst|aller|mit)?(?:größt|höchst|niedrigst|geringst|kleinst|stärkst|schwächst|häufigst|seltenst|meist|wenigst|schnellst|teuerst|dünnst)e[nrsm]?$/;
/** What is largest in somebody's judgement is no statistic. */
export const judgements: RegExp =
  /(?:^|\p{L})(?:herausforderung(?:en)?|wert|hürden?|sorgen?|aufgaben?|bedeutung|chancen?|wunsch|wünsche|hindernisse?n?|probleme?n?|freude|dank|respekt|mühe|sorgfalt|zeit|priorität(?:en)?|instanz|maße?|verständnis|vertrauen|anliegen|erfolge?n?|rolle|vorteile?n?|nachteile?n?|gefahr(?:en)?|risik(?:o|en)|schwierigkeit(?:en)?|gut|not|glück|anforderungen|nutzen|wirkung(?:en)?|einfluss|stärken?|schwächen?|interesse|eindruck|informationen|bedenken|nachdruck|vorsicht|hebel|bedarf|handlungsbedarf|potenziale?|fehler|schritt|verdacht|erhebung|turm|auszeichnung(?:en)?|ehre|ehrung|baustellen?|kapital|feind|nenner|hemmnisse?n?|saal|raum|räume|geschenke?|lob|beliebtheit|qualität|gericht|sicherheit|transparenz|unterstützung|motivation|stolz|eisenbahn|konflikte?|streitpunkte?|diskussionen|knackpunkte?|überraschung(?:en)?|baustein|kraftakt|anstrengung(?:en)?|fortschritte?|irrt[uü]m(?:er)?|missverständnisse?|schatz|kompliment|wege?|route|lösung(?:en)?|variante|partner\p{L}*|verbündete[nr]?|kraft|kräfte|säule|argument|motiv|antrieb|sehnsucht|angst|ängste|kritik|kritiker\p{L}*|dringlichkeit|reichtum|geduld|engagement|einsatz|leistung(?:en)?|zumutung|belastung(?:en)?|aufwand|rückhalt|themen|thema|anreiz|ansporn|einheit|rad|buchstaben?|schrift|gremium|organ|komforts?|aufmerksamkeit)$/u;

/** Comparatives of size and number; inflected ones too ("höhere Anteile … als"). */
export const comparative: RegExp =
  /^(?:mehr|weniger|(?:höher|niedriger|geringer|größer|kleiner|stärker|schwächer|häufiger|öfter|seltener|jünger|älter|länger|kürzer|schneller|langsamer|teurer|günstiger|dichter|besser|schlechter|früher|später|kräftiger|zahlreicher|dynamischer|ärmer|reicher|dünner|enger|[a-zäöüß]{3,20}(?:reicher|ärmer|stärker|schwächer))(?:e[nrsm]?)?)$/;
/** Of these one is enough where an adverb goes before: "deutlich weniger". "Etwas später" wants something counted. */
export const ofNumbers: RegExp = /^(?:mehr|weniger|(?:höher|niedriger|geringer|häufiger|seltener|zahlreicher)(?:e[nrsm]?)?|öfter)$/;
export const goodOrEarly: RegExp = /^(?:früher|später|besser|schlechter|eher)/;
/** "öfter genutzt als früher": a time with which another is compared. */
export const past: RegExp = /^(?:früher|damals|zuvor|vorher|bisher|einst|ehedem|jemals|je)$/;
/** "schlechter als anderswo". */
export const elsewhere: RegExp = /^(?:anderswo|andernorts|anderenorts|sonstwo|woanders|nebenan|hier|dort|andere[nr]?)$/;
/** "länger als geplant". */
export const expected: RegExp =
  /^(?:erwartet|gedacht|geplant|vermutet|vorgesehen|üblich|bisher|sonst|zuvor|früher|gewohnt|angenommen|viele|manche|jetzt|nötig)$/;
export const oftener: RegExp = /^(?:häufiger|öfter|seltener)$/;
/** "Frauen bekommen im Schnitt später Kinder": these want a mean or a change. */
export const longer: RegExp = /^(?:länger|kürzer|früher|später|schneller|langsamer|weniger|mehr)$/;
export const onAverage: RegExp = /^(?:seit|schnitt|mittel|durchschnitt|durchschnittlich|inzwischen|mittlerweile)$/;
export const alsoRelative: RegExp = /^(?:alt|jung|lange?|kurz|teuer|günstig|dicht|früh|spät|alte[nrsm]?|junge[nrsm]?)$/;
/** Rooms are larger as well: these want something counted, a county or a name. */
export const ofSize: RegExp =
  /^(?:größer|kleiner|länger|kürzer|schneller|langsamer|stärker|schwächer|enger|dichter|kräftiger|älter|jünger|umfangreicher)/;
export const higher: RegExp = /^(?:höhere|niedrigere|geringere|größere|kleinere|kürzere|längere|stärkere|schwächere)[nrsm]?$/;
export const shareOrRate: RegExp =
  /(?:^|\p{L})(?:anteile?n?s?|quoten?|raten?|dichten?|durchschnitt|werte?n?|rückgänge?n?|verluste?n?|zuwächsen?|überschüssen?|defizite?n?|(?:warte|bearbeitungs|fahr|liege)zeit(?:en)?|mieten?|preise?n?|kosten|ausgaben|einnahmen|löhnen?|einkommen|aufwendungen|erträgen?|schulden|[a-zäöüß]{3,20}zahl(?:en)?)$/u;
/** "zahlt weniger": verbs beside which an amount stands alone. */
export const amountsTo: RegExp =
  /^(?:zahlt|zahlen|zahlte|zahlten|hat|haben|hatte|hatten|sind|waren|wurden|werden|wird|wurde|gibt|gab|leben|lebten|wohnen|kommen|kamen|erhält|erhalten|erhielt|erhielten|bekommt|bekommen|bekam|verdient|verdienen|verzeichnet|verzeichnen|zählt|zählen|kostet|kosten|geworden|nimmt|nahm|nahmen|pendeln|arbeiten|ziehen|zogen|investiert|gezahlt|gezählt)$/;
export const noMore: RegExp =
  /^(?:nicht|keine?[nrsm]?|nie|niemals|niemand|niemandem|nichts|kaum|einmal|umso|oder|desto|nimmer|ist|noch|längst|nirgends|wenig)$/;
/** Before a comparative they make it a comparison without "als": "deutlich weniger", "immer mehr", "wieder mehr". */
export const intensifiers: ReadonlySet<string> = new Set(
  "deutlich erheblich viel weit wesentlich etwas leicht spürbar weitaus merklich klar stark signifikant immer wieder kaum ungleich geringfügig".split(
    " ",
  ),
);
/** "Integration ist mehr als Sprache": no quantity. */
export const copula: ReadonlySet<string> = new Set(
  "ist sind war waren bedeutet heißt sein braucht bietet leistet umfasst verlangt erfordert".split(" "),
);
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
/** "überdurchschnittliches Engagement". */
export const aboutAverage: RegExp = /^(?:über|unter)(?:durchschnittlich|proportional|repräsentiert)(?:e[nrsm]?)?$/;
/** "ebenso viele", "so hoch wie nie". */
export const equally: ReadonlySet<string> = new Set(["ebenso", "genauso", "gleich", "ähnlich", "vergleichbar"]);
export const muchOrHigh: RegExp =
  /^(?:viele?n?|viel|wenige?n?|hoch|hohe[nrsm]?|niedrig|groß|große[nrsm]?|klein|stark|häufig|oft|selten|gering|tief(?:e[nrsm]?)?|niedrige[nrsm]?|kräftig(?:e[nrsm]?)?|starke[nrsm]?|geringe[nrsm]?)$/;
/** "fast alle". */
export const nearly: ReadonlySet<string> = new Set(["fast", "nahezu", "beinahe"]);
export const all: RegExp = /^(?:alle[nrs]?|niemand|niemandem|keine?[nrsm]?|nur|ausschließlich|ausnahmslos|durchweg|durchgängig)$/;
/** For the first time: a statistic only where something is measured. */
export const first: RegExp = /^erstmal(?:s|ig|ige|igen)$/;
export const measured: RegExp =
  /(?:^|\p{L})(?:mehr|weniger|über|unter|höher|niedriger|größer|kleiner|anteile?s?|zahl|zahlen|quote|quoten|überschritten|überschreitet|unterschritten|gestiegen|gesunken|bevölkerung|prozent)$/u;

/** What is measured: beside these a comparative needs no "als" ("fällt der Anteil geringer aus"). */
export const measure: RegExp =
  /(?:^|\p{L})(?:anteile?n?s?|quoten?|zahlen|zahl|durchschnitt|abstand|bevölkerung|dichte|auslastung|rate|raten|werte?)$/u;
export const plainComparative: RegExp =
  /^(?:höher|niedriger|geringer|größer|kleiner|kürzer|länger|dichter|knapper|teurer|günstiger|jünger|älter|tiefer|steiler|flacher|breiter|voller|leerer)$/;
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
  "war",
  "waren",
  "bleibt",
  "bleiben",
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
  [/^gemessen$/, /^(?:an|am)$/],
  [/^gegenüber$/, /^(?:dem|der)$/, /^(?:vor(?:jahr|quartal|monat|woche|jahres\p{L}{1,20})|vergleichs\p{L}{1,20})$/u],
  [/^gegenüber$/, /^(?:1[89]|20)\d{2}$/],
  [/^gegenüber$/, /^dem$/, /^jahre?$/, /^\d{4}$/],
  [/^im$/, /^(?:landes|bundes|länder|städte|kreis|jahres|vorjahres|regional|eu-?|europa|zeit|orts)vergleich$/],
  [/^im$/, /^(?:bundes|landes|kreis|europa|welt)weiten$/, /^vergleich$/],
  [/^im$/, /^(?:regionalen|internationalen|europäischen|deutschen|niedersächsischen)$/, /^vergleich$/],
];
/** Also these, of what is counted: "Anders als im Vorjahr findet das Fest im Mai statt". */
export const unlike: readonly (readonly RegExp[])[] = [
  [/^anders$/, /^als$/, /^(?:im|in|bei|beim|vor)$/],
  [/^ähnlich$/, /^wie$/, /^(?:im|in|bei|beim|vor)$/],
  [/^im$/, /^(?:unterschied|gegensatz)$/, /^(?:zu|zum|zur)$/],
  [/^wie$/, /^im$/, /^vorjahr$/],
  [/^wie$/, /^schon$/, /^im$/, /^vorjahr$/],
];
/** What is wished or planned is not said to be so. */
export const plans: RegExp = /^(?:vorgesehen|vorsieht|vorsehen|geplant|angestrebt|erwünscht|ziel|ziele|befürchtet|gewünscht|absicht)$/;
