/** Words for the services that statistics are fetched from. `who` is the service as people call it. */

import type { Message } from "../diagnostic.ts";
import { didYouMean } from "./fields.ts";
import { duration } from "./network.ts";

export function noService(): Message {
  return {
    code: "no-service",
    de: "Hier ist kein Dienst genannt (service): Diese Statistik wird aus einer Datei eingelesen, mit --from.",
    en: "No service is named here (service): this statistic is read from a file, with --from.",
  };
}

export function noTable(who: string): Message {
  return {
    code: "service-no-table",
    de: `Welche Tabelle von ${who}? Bitte table angeben, hier oder bei source.`,
    en: `Which table of ${who}? Give table, here or at source.`,
  };
}

export function oddTable(table: string): Message {
  return {
    code: "service-odd-table",
    de: `»${table}« kann kein Name einer Tabelle sein: erlaubt sind Buchstaben, Ziffern, Bindestrich und Unterstrich.`,
    en: `“${table}” cannot be the name of a table: letters, digits, hyphens and underscores are allowed.`,
  };
}

export function unknownParameter(who: string, name: string, near: string | undefined, known: readonly string[]): Message {
  const words = didYouMean(near);
  return {
    code: "service-unknown-parameter",
    de: `${who} kennt den Parameter »${name}« nicht.${words.de} Bekannt sind: ${known.join(", ")}.`,
    en: `${who} does not know the parameter “${name}”.${words.en} Known are: ${known.join(", ")}.`,
  };
}

export function reservedParameter(name: string): Message {
  return {
    code: "service-reserved-parameter",
    de: `»${name}« gehört nicht in query: Das setzt das Programm selbst.`,
    en: `“${name}” does not belong into query: the program sets it itself.`,
  };
}

export function oddAddress(where: string): Message {
  return {
    code: "service-odd-address",
    de: `${where} muss eine Adresse mit https:// sein (http:// nur auf diesem Rechner), ohne Zugangsdaten darin.`,
    en: `${where} must be an address with https:// (http:// on this machine only), without credentials in it.`,
  };
}

export function noAddress(): Message {
  return {
    code: "download-no-address",
    de: "Von wo? Zu service: download gehört address, eine Adresse mit https:// oder http://, ohne Zugangsdaten darin.",
    en: "From where? service: download needs address, an address with https:// or http://, without credentials in it.",
  };
}

export function credentialsInAddress(): Message {
  return {
    code: "download-credentials",
    de: "Zugangsdaten gehören nicht in die Adresse (address): Diese Datei wird eingecheckt und weitergegeben. service: download ist für Dateien, die ohne Anmeldung zu haben sind; eine andere im Browser herunterladen und mit --from einlesen.",
    en: "Credentials do not belong into the address: this file is checked in and passed on. service: download is for files that need no login; download any other in the browser and read it with --from.",
  };
}

export interface Account {
  readonly who: string;
  /** Name of the service in `credentials.yaml`. */
  readonly service: string;
  /** Where one gets an account. */
  readonly register: string;
  /** Whether the service takes tokens. */
  readonly tokens: boolean;
}

export function credentialsMissing({ who, service, register, tokens }: Account): Message {
  const prefix = `STICHTAG_${service.toUpperCase()}`;
  const variables = `${prefix}_USERNAME, ${prefix}_PASSWORD`;
  const file = `${service}: { username: …, password: … }`;
  return {
    code: "credentials-missing",
    de: `Für ${who} fehlen Zugangsdaten. Entweder in der Datei credentials.yaml im Ordner des Projekts: ${file}${tokens ? ", oder { token: … }" : ""}; oder in den Umgebungsvariablen ${variables}${tokens ? ` (oder ${prefix}_TOKEN)` : ""}. Ein Konto gibt es kostenlos unter ${register}`,
    en: `Credentials for ${who} are missing. Either in the file credentials.yaml in the project's folder: ${file}${tokens ? ", or { token: … }" : ""}; or in the environment variables ${variables}${tokens ? ` (or ${prefix}_TOKEN)` : ""}. An account is free at ${register}`,
  };
}

export function credentialsIncomplete(who: string, missing: "username" | "password", where: string): Message {
  const what = missing === "username" ? { de: "der Benutzername", en: "user name" } : { de: "das Passwort", en: "password" };
  return {
    code: "credentials-incomplete",
    de: `Den Zugangsdaten für ${who} (${where}) fehlt ${what.de}.`,
    en: `The credentials for ${who} (${where}) lack the ${what.en}.`,
  };
}

export function noTokens(who: string): Message {
  return {
    code: "credentials-no-tokens",
    de: `${who} nimmt keine Token an, sondern nur Benutzername und Passwort.`,
    en: `${who} takes no tokens, only a user name and a password.`,
  };
}

export function credentialsUnsendable(who: string, where: string): Message {
  return {
    code: "credentials-unsendable",
    de: `Die Zugangsdaten für ${who} (${where}) enthalten Zeichen, die so nicht übertragen werden können (erlaubt sind die Zeichen westeuropäischer Schriften). Bitte beim Dienst ein anderes Passwort wählen.`,
    en: `The credentials for ${who} (${where}) have characters that cannot be transmitted (those of western European scripts can). Choose another password at the service.`,
  };
}

/** Says nothing of what stands in the file. */
export function credentialsUnreadable(): Message {
  return {
    code: "credentials-unreadable",
    de: "Diese Zeile ist nicht zu verstehen. Die Datei hat diese Form: regionaldatenbank: { username: …, password: … }, je Dienst eine Zeile, Zugangsdaten mit Sonderzeichen in einfachen Anführungszeichen.",
    en: "This line cannot be understood. The file has this form: regionaldatenbank: { username: …, password: … }, one line a service, credentials with special characters in single quotes.",
  };
}

export function credentialsNotIgnored(): Message {
  return {
    code: "credentials-not-ignored",
    de: "git würde diese Datei mit einchecken, und mit ihr die Zugangsdaten. Bitte credentials.yaml in .gitignore eintragen (und wenn sie schon eingecheckt ist: entfernen und die Passwörter ändern).",
    en: "git would check this file in, and the credentials with it. Add credentials.yaml to .gitignore (and if it is checked in already, remove it and change the passwords).",
  };
}

export function credentialsOpen(): Message {
  return {
    code: "credentials-open",
    de: "Diese Datei können auch andere Benutzer dieses Rechners lesen. Abhilfe: chmod 600 credentials.yaml",
    en: "Other users of this machine can read this file, too. To change that: chmod 600 credentials.yaml",
  };
}

/** @param said the service's own words @param where the credentials come from */
export function credentialsRefused(account: Account, said: string, where: string): Message {
  return {
    code: "credentials-refused",
    de: `${account.who} nimmt die Zugangsdaten nicht an (${where}): »${said}« Jeder Dienst hat eigene Konten; das für diesen: ${account.register}`,
    en: `${account.who} does not accept the credentials (${where}): “${said}” Each service has its own accounts; for this one: ${account.register}`,
  };
}

export function refusedByService(who: string, code: number, said: string): Message {
  return {
    code: "service-refused",
    de: `${who} lehnt ab (Code ${code}): »${said}«`,
    en: `${who} refuses (code ${code}): “${said}”`,
  };
}

export function unknownTable(who: string, table: string, said: string): Message {
  return {
    code: "service-unknown-table",
    de: `${who} hat keine Tabelle ${table}: »${said}«`,
    en: `${who} has no table ${table}: “${said}”`,
  };
}

/** @param query the author's parameters, as `name: value` */
export function nothingMatches(who: string, table: string, query: readonly string[], said: string): Message {
  return {
    code: "service-nothing-matches",
    de: `${who} findet in Tabelle ${table} nichts${query.length === 0 ? "" : ` zu ${query.join(", ")}`}: »${said}«`,
    en: `${who} finds nothing in table ${table}${query.length === 0 ? "" : ` for ${query.join(", ")}`}: “${said}”`,
  };
}

/** @param names of parameters; none where the service does not say */
export function parametersAdjusted(who: string, names: readonly string[], said: string): Message {
  return {
    code: "service-adjusted",
    de: `${who} würde etwas anderes liefern als gefragt${names.length === 0 ? "" : `: geändert wurde ${names.join(", ")}`}. Bitte query berichtigen. »${said}«`,
    en: `${who} would deliver something other than was asked for${names.length === 0 ? "" : `: changed was ${names.join(", ")}`}. Correct query. “${said}”`,
  };
}

export function harmlesslyAdjusted(who: string, names: readonly string[]): Message {
  return {
    code: "service-adjusted-harmlessly",
    de: `${who} hat geändert: ${names.join(", ")}. Auf die Werte hat das keinen Einfluss.`,
    en: `${who} changed ${names.join(", ")}. That has no influence on the values.`,
  };
}

export function tooLargeForToken(who: string, table: string): Message {
  return {
    code: "service-too-large-for-token",
    de: `Die Tabelle ${table} ist für einen direkten Abruf zu groß, und im Hintergrund stellt ${who} sie nur mit Benutzername und Passwort bereit, nicht mit einem Token. Entweder diese angeben, oder mit query eine kleinere Auswahl abfragen (regionalvariable und regionalkey, startyear, contents).`,
    en: `The table ${table} is too large to be fetched directly, and ${who} prepares it in the background only with a user name and password, not with a token. Give those, or ask for a smaller selection with query (regionalvariable and regionalkey, startyear, contents).`,
  };
}

export function jobWithoutName(who: string, said: string): Message {
  return {
    code: "service-job-without-name",
    de: `${who} stellt die Tabelle im Hintergrund bereit, sagt aber nicht unter welchem Namen: »${said}«`,
    en: `${who} prepares the table in the background but does not say under which name: “${said}”`,
  };
}

/** @param waited ms */
export function jobTooSlow(who: string, job: string, waited: number): Message {
  return {
    code: "service-job-too-slow",
    de: `${who} ist mit ${job} nach ${duration(waited)} noch nicht fertig. Der Auftrag läuft dort weiter; das nächste npm run update nimmt ihn wieder auf.`,
    en: `${who} has not finished ${job} after ${duration(waited)}. The job goes on there, and the next npm run update takes it up again.`,
  };
}

export function jobGoesOn(who: string, job: string): Message {
  return {
    code: "service-job-goes-on",
    de: `${who} arbeitet weiter an ${job}; das nächste npm run update nimmt den Auftrag wieder auf.`,
    en: `${who} goes on with ${job}; the next npm run update takes the job up again.`,
  };
}

/** Progress. */
export function asking(who: string, table: string): Message {
  return { code: "service-asking", de: `${who}: fragt nach ${table} …`, en: `${who}: asking for ${table} …` };
}

/** Progress. */
export function jobResumed(who: string, job: string): Message {
  return {
    code: "service-job-resumed",
    de: `${who}: nimmt den Auftrag ${job} wieder auf …`,
    en: `${who}: taking up the job ${job} again …`,
  };
}

/** Progress. @param waited ms */
export function jobWaiting(who: string, job: string, waited: number): Message {
  return {
    code: "service-job-waiting",
    de: `${who}: ${job} wird im Hintergrund bereitgestellt (seit ${duration(waited)}) …`,
    en: `${who}: ${job} is being prepared in the background (for ${duration(waited)}) …`,
  };
}
