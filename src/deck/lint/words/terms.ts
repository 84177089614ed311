/** Words for people that name men only, and what to say instead. Words that have no feminine form are none of them. */

/** By the masculine stem as it is declined: nominative singular and plural, genitive, dative. */
export const terms: ReadonlyMap<string, string> = new Map([
  ...pair("Ausländer", "Ausländerinnen und Ausländer"),
  ...pair("Einwohner", "Einwohnerinnen und Einwohner"),
  ...pair("Bürger", "Bürgerinnen und Bürger"),
  ...pair("Mitbürger", "Mitbürgerinnen und Mitbürger"),
  ...pair("Unionsbürger", "Unionsbürgerinnen und Unionsbürger"),
  ...pair("Asylbewerber", "Asylbewerberinnen und Asylbewerber"),
  ...pair("Bewerber", "Bewerberinnen und Bewerber"),
  ...pair("Antragsteller", "Antragstellerinnen und Antragsteller"),
  ...pair("Zuwanderer", "Zugewanderte"),
  ...pair("Einwanderer", "Eingewanderte"),
  ...pair("Spätaussiedler", "Spätaussiedlerinnen und Spätaussiedler"),
  ...pair("Schüler", "Schülerinnen und Schüler"),
  ...pair("Lehrer", "Lehrkräfte"),
  ...pair("Teilnehmer", "Teilnehmende"),
  ...pair("Mitarbeiter", "Mitarbeiterinnen und Mitarbeiter"),
  ...pair("Arbeitnehmer", "Arbeitnehmerinnen und Arbeitnehmer"),
  ...pair("Erntehelfer", "Erntehelferinnen und Erntehelfer"),
  ...pair("Rentner", "Rentnerinnen und Rentner"),
  ...pair("Wähler", "Wählerinnen und Wähler"),
  ...pair("Arbeiter", "Arbeiterinnen und Arbeiter"),
  ...weak("Migrant", "Migrantinnen und Migranten"),
  ...weak("Student", "Studierende"),
  ...weak("Patient", "Patientinnen und Patienten"),
  ...weak("Asylant", "Schutzsuchende"),
]);

function pair(word: string, instead: string): readonly (readonly [string, string])[] {
  return ["", "n", "s"].map((ending) => [word + ending, instead]);
}

function weak(word: string, instead: string): readonly (readonly [string, string])[] {
  return ["", "en"].map((ending) => [word + ending, instead]);
}
