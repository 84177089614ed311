/** Separable verbs by which numbers change or pass each other: all their forms, made of stem and prefix. */

interface Stem {
  /** Finite forms: "fällt", "fielen". */
  readonly finite: readonly string[];
  readonly participle: string;
  readonly infinitive: string;
}

const stem = (finite: string, participle: string, infinitive: string): Stem => ({ finite: finite.split(" "), participle, infinitive });

/** Of what company they are verbs of numbers: of any, as nobody else moves so, or of what is counted. */
export type Company = "any" | "amount";

const table: readonly (readonly [Stem, Company, prefixes: string])[] = [
  [stem("steigt steigen stieg stiegen", "gestiegen", "steigen"), "amount", "an"],
  [stem("sinkt sinken sank sanken", "gesunken", "sinken"), "amount", "ab herab zusammen"],
  [stem("wächst wachsen wuchs wuchsen", "gewachsen", "wachsen"), "amount", "an nach"],
  [stem("schwillt schwellen schwoll schwollen", "geschwollen", "schwellen"), "amount", "an ab"],
  [stem("schmilzt schmelzen schmolz schmolzen", "geschmolzen", "schmelzen"), "amount", "ab dahin zusammen"],
  [stem("schrumpft schrumpfen schrumpfte schrumpften", "geschrumpft", "schrumpfen"), "amount", "zusammen"],
  [stem("schnellt schnellen schnellte schnellten", "geschnellt", "schnellen"), "amount", "hoch empor herauf"],
  [stem("schießt schießen schoss schossen", "geschossen", "schießen"), "amount", "hoch empor"],
  [stem("schraubt schrauben schraubte schraubten", "geschraubt", "schrauben"), "amount", "hoch empor herunter"],
  [stem("klettert klettern kletterte kletterten", "geklettert", "klettern"), "amount", "hoch empor hinauf"],
  [stem("rutscht rutschen rutschte rutschten", "gerutscht", "rutschen"), "amount", "ab herunter hinunter"],
  [stem("sackt sacken sackte sackten", "gesackt", "sacken"), "amount", "ab durch"],
  [stem("stürzt stürzen stürzte stürzten", "gestürzt", "stürzen"), "amount", "ab"],
  [stem("bricht brechen brach brachen", "gebrochen", "brechen"), "amount", "ein weg"],
  [stem("schließt schließen schloss schlossen", "geschlossen", "schließen"), "amount", "auf"],
  [stem("knickt knicken knickte knickten", "geknickt", "knicken"), "amount", "ein"],
  [stem("bröckelt bröckeln bröckelte bröckelten", "gebröckelt", "bröckeln"), "amount", "ab weg"],
  [stem("dünnt dünnen dünnte dünnten", "gedünnt", "dünnen"), "amount", "aus"],
  [stem("fällt fallen fiel fielen", "gefallen", "fallen"), "amount", "ab zurück"],
  [stem("geht gehen ging gingen", "gegangen", "gehen"), "amount", "hoch runter herunter hinunter hinauf auseinander"],
  [stem("bleibt bleiben blieb blieben", "geblieben", "bleiben"), "amount", "zurück"],
  [stem("liegt liegen lag lagen", "gelegen", "liegen"), "amount", "voraus"],
  [stem("gibt geben gab gaben", "gegeben", "geben"), "amount", "nach"],
  [stem("zieht ziehen zog zogen", "gezogen", "ziehen"), "amount", "an nach davon vorbei"],
  [stem("läuft laufen lief liefen", "gelaufen", "laufen"), "amount", "davon auseinander"],
  [stem("driftet driften driftete drifteten", "gedriftet", "driften"), "amount", "auseinander ab"],
  [stem("klafft klaffen klaffte klafften", "geklafft", "klaffen"), "amount", "auseinander"],
  [stem("rückt rücken rückte rückten", "gerückt", "rücken"), "amount", "auf vor heran"],
  [stem("hält halten hielt hielten", "gehalten", "halten"), "amount", "an mit"],
  [stem("pendelt pendeln pendelte pendelten", "gependelt", "pendeln"), "amount", "ein"],
  [stem("kühlt kühlen kühlte kühlten", "gekühlt", "kühlen"), "amount", "ab"],
  [stem("schwächt schwächen schwächte schwächten", "geschwächt", "schwächen"), "amount", "ab"],
  [stem("flacht flachen flachte flachten", "geflacht", "flachen"), "amount", "ab"],
  [stem("gleicht gleichen glich glichen", "geglichen", "gleichen"), "amount", "an aus"],
  [stem("nähert nähern näherte näherten", "genähert", "nähern"), "amount", "an"],
  [stem("weicht weichen wich wichen", "gewichen", "weichen"), "amount", "ab"],
  [stem("hebt heben hob hoben", "gehoben", "heben"), "amount", "ab"],
  [stem("büßt büßen büßte büßten", "gebüßt", "büßen"), "amount", "ein"],
  [stem("gewinnt gewinnen gewann gewannen", "gewonnen", "gewinnen"), "amount", "hinzu dazu"],
  [stem("dümpelt dümpeln dümpelte dümpelten", "gedümpelt", "dümpeln"), "amount", "dahin herum"],
  [stem("ebbt ebben ebbte ebbten", "geebbt", "ebben"), "any", "ab"],
  [stem("flaut flauen flaute flauten", "geflaut", "flauen"), "any", "ab"],
  [stem("hinkt hinken hinkte hinkten", "gehinkt", "hinken"), "any", "hinterher nach"],
  [stem("holt holen holte holten", "geholt", "holen"), "any", "auf"],
  [stem("zieht ziehen zog zogen", "gezogen", "ziehen"), "any", "gleich"],
  [stem("sticht stechen stach stachen", "gestochen", "stechen"), "any", "heraus hervor"],
  [stem("ragt ragen ragte ragten", "geragt", "ragen"), "any", "heraus hervor"],
];

/** Their finite forms, each with the prefixes that may end its clause: "fiel … zurück". */
export const separated: ReadonlyMap<string, ReadonlyMap<string, Company>> = (() => {
  const all = new Map<string, Map<string, Company>>();
  for (const [{ finite }, company, prefixes] of table) {
    for (const form of finite) {
      const ends = all.get(form) ?? new Map<string, Company>();
      for (const prefix of prefixes.split(" ")) ends.set(prefix, company);
      all.set(form, ends);
    }
  }
  return all;
})();

/** "zurückfiel", "zurückgefallen", "abgeflauten": in one word at the end of the clause, or as an adjective. */
export const joined: ReadonlySet<string> = new Set(
  table.flatMap(([{ finite, participle }, , prefixes]) =>
    prefixes
      .split(" ")
      .flatMap((prefix) =>
        [...finite, ...["", "e", "en", "er", "es", "em"].map((ending) => participle + ending)].map((form) => prefix + form),
      ),
  ),
);

/** "das Absinken", "beim Auseinanderdriften". */
export const nominal: ReadonlySet<string> = new Set(
  table.flatMap(([{ infinitive }, , prefixes]) => prefixes.split(" ").map((prefix) => prefix + infinitive)),
);
