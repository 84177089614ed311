/** The words by which German says where something stands among others, as tables. */

/** What begins a comparison of this kind: all other words are passed over. */
export const openings: RegExp = /^(?:kaum|keine?[rsnm]?|niemand|nirgends|nirgendwo|nie)$/;

export const before: RegExp = /^(?:vor|hinter)$/;
export const closely: RegExp = /^(?:dicht|knapp|weit|deutlich|klar)$/;
export const ranks: RegExp =
  /^(?:liegt|liegen|lag|lagen|folgt|folgen|folgte|folgten|rangiert|rangieren|rangierte|landet|landen|landete|platziert|führt|führen|führte)$/;
/** A place or a time that something stands or happens before, and no rival. */
export const noRival: RegExp =
  /(?:^|\p{L})(?:ort|gericht|augen|weihnachten|ostern|ferien|beginn|ende|schluss|start|ablauf|eingang|tür|jahren|monaten|wochen|tagen|stunden|uns|ihnen|sie|allem|haus|rathaus|kreishaus|gebäude|bahnhof|kirche|schule|grenze|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|zahlen|idee|projekt|konzept|angebot|erwartungen?|plan|zeitplan|termin|sitzung|abreise|einreise|ankunft|wahl|pandemie|corona|frist|inkrafttreten)$/u;
/** Who counties are compared with. */
export const compared: RegExp =
  /^(?:land|bund|(?:land)?kreise?n?s?|\p{L}*kreise?|nachbarkreise?n?|nachbarn|gemeinden?|stadt|städten?|kommunen?|bundesländ(?:er|ern)|bundesland|landkreistag|region(?:en)?|staat(?:en)?|länder|herkunftsland|herkunftsländern?|gruppen?|\p{L}+gruppen?|nationalität(?:en)?|vorjahr|vorjahres|niedersachsens?|deutschlands?)$/u;

/** Superlatives that say as often something else than a quantity ("die jüngste Sitzung", "der beste Weg"). */
export const superlative: RegExp =
  /^(?:zweit|dritt)?(?:jüngst|ältest|längst|kürzest|best|schlechtest|tiefst|günstigst|dünnst|dichtest|wichtigst|bedeutendst)e[nrsm]?$/;
export const measurable: RegExp =
  /(?:^|\p{L})(?:bevölkerung|einwohnerschaft|bewohnerschaft|altersstruktur|landkreise?s?|kreise?|gemeinden?|stadt|städte|kommunen?|bundesland|region|(?:wartezeit|verfahrensdauer|bearbeitungszeit|aufenthaltsdauer|bearbeitungsdauer)(?:en)?|stand|werte?s?|quoten?|anteile?|ergebnis|rate|versorgung|bilanz|zahlen|belegschaft|mieten?|herkunftsland|herkunftsländern?|staatsangehörigkeit|zuzugsland|arbeitgeber(?:in|innen)?|wirtschaftszweig|branchen?|handelspartner|einnahmequelle|ausgabenposten|verkehrsmittel|energieträger|todesursache|fluchtgrund)$/u;

/** What offices count: "mehr Zuzüge" says how many there were. */
export const counted: RegExp =
  /(?:^|\p{L})(?:zuzüge|fortzüge|geburten|sterbefälle|einbürgerungen|anträge|abschiebungen|ausreisen|ankünfte|zuweisungen|eheschließungen|scheidungen|duldungen|ablehnungen|anerkennungen|insolvenzen)$/u;
/** People are also who somebody wants to reach: only beside a verb that says that they are there. */
export const people: RegExp =
  /^(?:menschen|personen|frauen|männer|kinder|jugendliche|familien|geflüchtete|schutzsuchende|zugewanderte|arbeitslose|beschäftigte|auszubildende|ausländerinnen|einwohnerinnen|studierende|pflegebedürftige|haushalte)$/;
export const isThere: RegExp =
  /^(?:lebt|leben|lebten|wohnen|wohnten|kommen|kamen|sind|waren|gibt|gab|arbeiten|arbeiteten|zieht|ziehen|zogen|starben|sterben|haben|hatten|wurden|zählt|zählte|verließen|verlassen|pendeln|erhielten|beziehen)$/;
/** What somebody wishes. */
export const wishes: RegExp =
  /^(?:brauch\p{L}*|benötig\p{L}*|wünsch\p{L}*|wunsch|fordern|fordert|erreichen|gewinnen|für|um|damit|zu|bitte|braucht)$/u;

/** What is asked and told, and nobody counts. */
export const said: RegExp = /^(?:fragen?|antworten?|angaben|dinge|sachen|punkte?n?|texte?n?|seiten|begriffe?n?|wörtern?|worte?n?)$/;
/** "Die Achse endet beim höchsten Wert", "Dunklere Flächen stehen für höhere Anteile": how to read a chart. */
export const legends: RegExp =
  /^(?:\p{L}*achse|legende|skala|farbton|farbskala|schraffur|(?:dunklere|hellere)[nrsm]?|schattierung|farbverlauf)$/u;

/** Words that end like a comparative and are none, or are asked elsewhere. */
export const noComparative: RegExp =
  /^(?:immer|wieder|weiter|aber|oder|über|\p{L}*(?:unter|über)|hinter|dahinter|außer|bisher|daher|vorher|nachher|seither|leider|lieber|eher|unser|eurer|jeder|dieser|jener|welcher|keiner|einer|meiner|deiner|seiner|ihrer|aller|vieler|mehrerer|beider|solcher|mancher|anderer|derer|weder|entweder|früher|später|besser|schlechter|älter|jünger|leer|schwer|sicher|sauber|teuer|bitter|mager|finster|locker|munter|selber|quer|ungefähr|sehr)$/u;
/** The same with endings: "größere", and not "andere", "mehrere", "mittlere". */
export const comparativeBefore: RegExp = /^[^-]{3}.*ere[nrsm]?$/;
export const noComparativeBefore: RegExp =
  /^(?:andere|mehrere|weitere|innere|äußere|obere|untere|hintere|vordere|mittlere|besondere|sichere|schwere|leere|unsere|saubere|bittere|heitere|tapfere|ungeheure|schwangere|letztere|erstere|lockere|muntere|finstere|neuere|frühere|spätere|jüngere|engere|nähere)[nrsm]?$/;
/** "am dichtesten", "die dynamischste Entwicklung": any adjective; neither ranks nor participles, nor what is the last of its kind. */
export const anySuperlative: RegExp = /^.{2}.*(?:[^s]st|ßt)e[nrsm]?$/;
export const noSuperlative: RegExp =
  /^(?:(?:\p{L}*zig|hundert|tausend|mill?ion|sech)st|erst|nächst|neu(?:e)?st|jüngst|ältest|best|aktuellst|frühest|spätest|fest|wüst|ernst|schönst|liebst|ehest|einfachst|sichersten|bequemst|wichtigst|bedeutendst|längst|kürzest|meistgest|gefest)e[nrsm]?$/u;

export const occupies: RegExp = /^(?:belegt|belegen|belegte|belegten|erreicht|erreichte|erreichten)$/;
export const takes: RegExp =
  /^(?:belegt|belegen|belegte|geht|gehen|ging|nimmt|nehmen|hält|halten|erreicht|erreichte|folgt|folgen|bleibt|kommt|liegt)$/;
/** A contest, an agenda, or what somebody holds dear. */
export const contests: RegExp =
  /(?:^|\p{L})(?:wettbewerbs?|turniers?|quiz|pokals?|meisterschaft(?:en)?|jury|tagesordnung|rallye|spiel)$|^(?:uns|mir|ich|wir|mich|danken|dank|gedankt)$/u;

/** "oberhalb des Durchschnitts". */
export const relates: RegExp =
  /^(?:oberhalb|unterhalb|überm|unterm|über|unter|entspricht|entsprechen|entsprach|nahe|weicht|weichen|abweicht)$/;
export const standard: RegExp =
  /^(?:\p{L}*(?:durchschnitts?|mittelwert(?:e?s)?)|(?:landes|bundes|kreis|eu-|vorjahres|regional|orts)-?(?:schnitts?|mittels?|quote|niveaus?|wert(?:e?s)?)|vorjahreswert(?:e?s)?|vorjahreszahl|vorjahresniveaus?)$/u;

export const falls: RegExp = /^(?:fällt|fallen)$/;
export const howItFalls: RegExp =
  /^(?:weiter|deutlich|leicht|stark|stetig|seit|um|von|erneut|wieder|spürbar|kontinuierlich|kräftig|langsam|rasch|jährlich|geringfügig)$/;

/** What is counted or goes on. */
export const course: RegExp =
  /(?:^|\p{L})(?:trend|trends|entwicklung|anstieg|rückgang|wachstum|zuzug|zuzüge|zustrom|zuwanderung|abwanderung|nachfrage|arbeitslosigkeit|beschäftigung|bevölkerung|zahl(?:en)?|anzahl|anteile?|quoten?|raten?|werte?|einwohnerzahl|einnahmen|ausgaben|kosten|mieten|preise|geburten|sterbefälle|fortzüge|anträge|asylanträge|einbürgerungen|bund|land|landkreis|durchschnitt|landesdurchschnitt|bundesdurchschnitt|kurven?|linien?|[a-zäöüß]{3,30}markt)$/u;
const standing: RegExp = /^(?:hinter)$/;

/** Further verbs with a last word, each with the company in which it speaks of numbers. */
export const trends: readonly { readonly verb: RegExp; readonly end: RegExp; readonly company: RegExp }[] = [
  {
    verb: /^(?:setzt|setzen|setzte|setzten)$/,
    end: /^fort$/,
    company: /(?:^|\p{L})(?:trends?|anstieg|rückgang|wachstum|zuwachs|entwicklung|abwärtstrend)$/u,
  },
  { verb: /^(?:hält|halten|hielt|hielten)$/, end: /^schritt$/, company: course },
  { verb: /^(?:kehrt|kehren|kehrte|kehrten)$/, end: /^um$/, company: /(?:^|\p{L})(?:trends?|entwicklung|verhältnis)$/u },
  { verb: /^(?:bleibt|bleiben|blieb|blieben|fällt|fallen|fiel|fielen|steht|stehen)$/, end: /^zurück$/, company: standing },
  {
    verb: /^(?:schneidet|schneiden|schnitt|schnitten)$/,
    end: /^ab$/,
    company:
      /^(?:besser|schlechter|schwächer|stärker|gut|schlecht|günstiger|ungünstiger|unterdurchschnittlich|überdurchschnittlich)$|sten$/,
  },
  { verb: /^(?:hält|halten|hielten|hielt)$/, end: /^waage$/, company: /^sich$/ },
  { verb: /^(?:deckt|decken|deckte|deckten)$/, end: /^(?:mehr|nicht)$/, company: course },
  { verb: /^(?:steht|stehen|stand|standen)$/, end: /^da$/, company: /^(?:besser|schlechter)$/ },
  { verb: /^(?:bleibt|bleiben|blieb|blieben)$/, end: /^(?:hoch|niedrig|gering)$/, company: course },
];

/** Beside whom something is far ahead. */
const leading: RegExp =
  /^(?:führt|führen|liegt|liegen|lag|folgt|folgen|vor|hinter|gefolgt|stellt|stellen|bildet|bilden|größte[nrs]?|häufigste[nrs]?|meisten)$/;

/** A phrase is known by its rarest word, as each word is asked; `company` must stand in the sentence, too. */
export interface Phrase {
  readonly parts: readonly RegExp[];
  /** The word before. */
  readonly before?: RegExp;
  readonly company?: RegExp | "amount" | "people";
}
export const phrases: readonly Phrase[] = [
  { parts: [/^mit$/, /^(?:große[mr]|weite[mr]|deutliche[mr]|klare[mr]|einigem|knappem|geringem)$/, /^abstand$/], company: leading },
  { parts: [/^so$/, /^gut$/, /^wie$/, /^(?:alle[rn]?|keine?[rn]?|jede[rsn]?)$/] },
  { parts: [/^(?:höher|niedriger|größer|geringer|häufiger|seltener)$/, /^denn$/, /^je$/] },
  { parts: [/^im$/, /^(?:oberen|unteren|vorderen|hinteren)$/, /^(?:mittelfeld|drittel|feld|bereich)$/] },
  { parts: [/^im$/, /^mittelfeld$/] },
  { parts: [/^am$/, /^(?:unteren|oberen)$/, /^ende$/] },
  { parts: [/^mit$/, /^am$/, /^(?:meisten|höchsten|niedrigsten|stärksten|häufigsten)$/] },
  { parts: [/^auf$/, /^den$/, /^(?:plätzen|rängen)$/] },
  { parts: [/^auf$/, /^den$/, /^(?:vorderen|hinteren|ersten|letzten|oberen|unteren)$/, /^(?:plätzen|rängen)$/] },
  { parts: [/^auf$/, /^(?:hohem|niedrigem|gleichem|ähnlichem|konstantem|höherem|niedrigerem)$/, /^(?:niveau|stand)$/], company: "amount" },
  { parts: [/^auf$/, /^(?:dem|das)$/, /^(?:niveau|stand)$/, /^(?:des|der|von|vom)$/], company: "amount" },
  { parts: [/^angeführt$/], company: /(?:liste|tabelle|statistik|ranking|feld)$/ },
  { parts: [/^denn$/, /^je$/] },
  { parts: [/^im$/, /^(?:freien|steilen)$/, /^fall$/] },
  { parts: [/^auf$/, /^der$/, /^stelle$/], company: /^(?:tritt|treten|trat|traten)$/ },
  { parts: [/^(?:reißt|reißen)$/, /^nicht$/, /^ab$/], company: "amount" },
  { parts: [/^den$/, /^rang$/, /^(?:abgelaufen|ab)$/] },
  { parts: [/^kaum$/, /^(?:irgendwo|anderswo|sonstwo)$/] },
  { parts: [/^kaum$/, /^bewegt$/], company: "amount" },
  { parts: [/^mehr$/, /^und$/, /^mehr$/], company: "amount" },
  { parts: [/^dahinter$/, /^(?:folgt|folgen|liegt|liegen|kommt|kommen|rangiert|rangieren)$/] },
  { parts: [/^(?:öffnet|schließt|klafft)$/], company: /^(?:schere|lücke|kluft)$/ },
  {
    parts: [
      /^(?:unverändert|ungebrochen|anhaltend|gleichbleibend|konstant|unvermindert)$/,
      /^(?:hoch|niedrig|groß|stark|gering|viele|wenige)$/,
    ],
  },
  { parts: [/^weiterhin$/, /^(?:hoch|niedrig|gering|viele|wenige)$/], company: "amount" },
  { parts: [/^die$/, /^nase$/, /^vorn$/] },
  { parts: [/^rote$/, /^laterne$/] },
  { before: /^nur$/, parts: [/^wenige[rn]?$/], company: "people" },
  { parts: [/^tendenziell$/], company: "people" },
  { parts: [/^kaum$/, /^(?:bewegung|veränderung(?:en)?)$/], company: "amount" },
  { parts: [/^vorzeichen$/], company: "amount" },
  { parts: [/^ungleich(?:mäßig)?$/], company: /^verteil/ },
  { before: /^(?:ein|einen|einem)$/, parts: [/^(?:kleine|geringe|verschwindende)[rnm]$/, /^teil$/] },
  { parts: [/^unter$/, /^den$/, /^top$/] },
  { parts: [/^(?:größere[rn]?|kleinere[rn]?)$/, /^teil$/] },
  { parts: [/^(?:gleichauf|abgeschlagen)$/] },
  {
    parts: [/^(?:platz|rang)$/, /^\p{L}+$|^\d+$/u],
    company: /^(?:verdrängt|verdrängte|verdrängten|gestoßen|abgelöst|gerutscht|gefallen)$/,
  },
  { parts: [/^hinter$/, /^sich$/], company: /^(?:lässt|lassen|ließ|ließen|gelassen)$/ },
  { before: /^den$/, parts: [/^schatten$/], company: /^(?:stellt|stellen|stellte|stellten|gestellt)$/ },
  { parts: [/^zum$/, /^erliegen$/], company: "amount" },
  {
    before: /^die$/,
    parts: [/^höhe$/],
    company: /^(?:schnell|schieß|schoss|trieb|treib|gehe|geht|ging|kletter|geschnellt|geschossen|getrieben)/,
  },
  { before: /^(?:im|den|dem)$/, parts: [/^keller$/], company: "amount" },
  { parts: [/^(?:jahr|mal|monat|quartal|halbjahr|woche)$/, /^in$/, /^folge$/], company: "amount" },
  { parts: [/^jahr$/, /^zu$/, /^jahr$/], company: "amount" },
  { parts: [/^(?:viel|mehr)faches?$/], company: /^um$/ },
  { parts: [/^pendel(?:t|n|te|ten)$/, /^(?:um|zwischen|seit)$/], company: "amount" },
  {
    parts: [
      /^(?:ungleich|gleichmäßig|ungleichmäßig|unterschiedlich|verschieden)$/,
      /^(?:verteilt|hoch|stark|groß|viele?n?|oft|häufig|lange?)$/,
    ],
    company: "people",
  },
  { parts: [/^(?:landesweit|bundesweit|kreisweit|europaweit)$/, /^(?:führend|vorn|vorne|spitze|einmalig|einzigartig|an)$/] },
  { parts: [/^führend$/, /^(?:bei|beim|im|in|unter)$/] },
  { parts: [/^(?:großen|größeren|weiten)$/, /^teilen$/], company: "people" },
  { parts: [/^großen$/, /^teil$/], company: "people" },
  { parts: [/^verschwindend$/, /^(?:gering|klein|wenige?)$/] },
  { parts: [/^(?:gering|selten|rar|knapp)$/, /^geworden$/] },
  { parts: [/^(?:hoch|groß|klein|niedrig|lang|teuer)$/, /^geworden$/], company: "amount" },
  { parts: [/^wieder$/, /^(?:da|dort)$/], company: "amount" },
  { parts: [/^tendenz$/, /^(?:zunehmend|abnehmend|gleichbleibend|unverändert|stabil|nach|leicht|weiter|weiterhin|klar|deutlich|eher)$/] },
  { parts: [/^tendenz$/], company: /^(?:steigend|fallend|sinkend|aufwärts|abwärts|rückläufig|nach)$/ },
  {
    parts: [
      /^(?:niveau|stand|wert)$/,
      /^(?:des|der|von|vom|aus|wie)$/,
      /^(?:19\d\d|20\d\d|vor\p{L}+|jahres|landes|bundes|nachbar\p{L}+)$/u,
    ],
    company: "amount",
  },
  { parts: [/^verschiebung$/, /^(?:hin|zugunsten|zulasten|weg)$/] },
  { parts: [/^ins$/, /^(?:plus|minus|hintertreffen)$/] },
  { parts: [/^vor$/, /^(?:hoch|niedrig|groß|gering|viele|wenige|stark|deutlich|über|unter)$/] },
  { parts: [/^(?:mehr|länger)$/, /^(?:so|ganz)$/], company: "amount" },
  { parts: [/^nie$/, /^zuvor$/] },
  { parts: [/^auf$/, /^dem$/, /^vormarsch$/] },
  { parts: [/^im$/, /^aufwind$/] },
  { parts: [/^trend$/, /^(?:zu|zum|zur)$/] },
  { parts: [/^(?:kleiner|größer|älter|jünger|knapper|teurer|leerer|voller)$/, /^werdende[nrsm]?$/] },
  { parts: [/^(?:dichter|dünner)$/, /^(?:besiedelt|bewohnt|bebaut)$/] },
  { parts: [/^(?:bergauf|bergab|aufwärts|abwärts)$/], company: "amount" },
  { parts: [/^(?:bergauf|bergab|aufwärts|abwärts)$/], company: /^es$/ },
  { parts: [/^(?:besser|schlechter|anders)$/, /^(?:sieht|sah|steht|stand)$/, /^es$/] },
  { parts: [/^(?:nähert|nähern|näherte|näherten)$/, /^sich$/], company: "amount" },
  { parts: [/^mit$/, /^abstand$/], company: leading },
  { parts: [/^sprung$/, /^nach$/, /^(?:oben|unten)$/] },
  { parts: [/^gegenüber$/, /^(?:dem|der)$/, /(?:durchschnitt|mittelwert|wert|quote)$/] },
];
