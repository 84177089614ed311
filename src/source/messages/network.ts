/** Words for what goes wrong between this machine and a service. `who` is the service as people call it, or a host. */

import type { Message } from "../diagnostic.ts";

/** "1 min 20 s" */
export function duration(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  return minutes >= 60 ? `${Math.floor(minutes / 60)} h ${minutes % 60} min` : rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}

/** @param proxy an environment variable that names a proxy */
export function unreachable(who: string, code: string, proxy: string | undefined): Message {
  const reason = reasons.get(code) ?? { de: code, en: code };
  const hint = {
    de:
      proxy === undefined
        ? ""
        : ` In ${proxy} steht ein Proxy; ihn benutzt Node.js erst von Version 22.21 an, mit NODE_USE_ENV_PROXY=1. Bis dahin: die Tabelle im Browser herunterladen und mit --from einlesen.`,
    en:
      proxy === undefined
        ? ""
        : ` ${proxy} names a proxy; Node.js uses it from version 22.21 on, with NODE_USE_ENV_PROXY=1. Until then download the table in the browser and read it with --from.`,
  };
  return {
    code: "service-unreachable",
    de: `${who} ist nicht zu erreichen: ${reason.de}${hint.de}`,
    en: `${who} cannot be reached: ${reason.en}${hint.en}`,
  };
}

const refused = { de: "Die Verbindung wird abgelehnt.", en: "The connection is refused." };
const cutOff = { de: "Die Verbindung brach ab.", en: "The connection broke off." };
const late = { de: "Die Verbindung kam nicht zustande.", en: "The connection did not come about." };
const noName = {
  de: "Der Name ist nicht bekannt. Ist dieser Rechner mit dem Netz verbunden?",
  en: "The name is not known. Is this machine connected to the network?",
};
const reasons: ReadonlyMap<string, { readonly de: string; readonly en: string }> = new Map([
  ["ECONNREFUSED", refused],
  ["ECONNRESET", cutOff],
  ["EPIPE", cutOff],
  ["UND_ERR_SOCKET", cutOff],
  ["ETIMEDOUT", late],
  ["UND_ERR_CONNECT_TIMEOUT", late],
  ["ENETUNREACH", late],
  ["EHOSTUNREACH", late],
  ["ENOTFOUND", noName],
  ["EAI_AGAIN", noName],
]);

export function badCertificate(who: string, code: string): Message {
  return {
    code: "service-certificate",
    de: `${who} weist sich mit einem Zertifikat aus, das Node.js nicht anerkennt (${code}); es wurde nichts gesendet. Prüft das eigene Netz verschlüsselte Verbindungen, dann gehört dessen Zertifikat in die Datei, die NODE_EXTRA_CA_CERTS nennt.`,
    en: `${who} shows a certificate that Node.js does not accept (${code}); nothing was sent. If your own network inspects encrypted connections, its certificate belongs into the file that NODE_EXTRA_CA_CERTS names.`,
  };
}

/** @param waited ms */
export function silent(who: string, waited: number): Message {
  return {
    code: "service-silent",
    de: `${who} schweigt seit ${duration(waited)}. Bitte später noch einmal versuchen.`,
    en: `${who} has been silent for ${duration(waited)}. Try again later.`,
  };
}

/** @param waited ms */
export function tooSlow(who: string, waited: number): Message {
  return {
    code: "service-too-slow",
    de: `Die Antwort von ${who} war nach ${duration(waited)} noch nicht zu Ende. Bitte eine kleinere Auswahl abfragen (query) oder später noch einmal versuchen.`,
    en: `The answer of ${who} had not ended after ${duration(waited)}. Ask for a smaller selection (query), or try again later.`,
  };
}

/** @param limit bytes */
export function tooMuch(who: string, limit: number): Message {
  const size = `${Math.round(limit / 1024 / 1024)} MB`;
  return {
    code: "service-too-much",
    de: `Die Antwort von ${who} ist größer als ${size}: So groß ist keine Tabelle, die hier gebraucht wird. Bitte eine kleinere Auswahl abfragen (query).`,
    en: `The answer of ${who} is larger than ${size}, and no table needed here is. Ask for a smaller selection (query).`,
  };
}

/** @param to the other address, without its query */
export function redirected(who: string, to: string): Message {
  return {
    code: "service-redirected",
    de: `${who} verweist an eine andere Adresse: ${to}. Dorthin wird nicht gefolgt, und Zugangsdaten gehen nicht dorthin. Ist die Adresse richtig, gehört sie an die Stelle der alten.`,
    en: `${who} points to another address: ${to}. It is not followed there, and no credentials go there. If that address is right, put it in place of the old one.`,
  };
}

/** @param wait ms */
export function askedToWait(who: string, wait: number): Message {
  return {
    code: "service-busy",
    de: `${who} nimmt zurzeit keine Anfragen von hier an und bittet, ${duration(wait)} zu warten. Bitte danach noch einmal versuchen.`,
    en: `${who} takes no requests from here at present and asks to wait ${duration(wait)}. Try again after that.`,
  };
}

export function interrupted(who: string): Message {
  return { code: "interrupted", de: `Abgebrochen, während ${who} gefragt wurde.`, en: `Interrupted while ${who} was being asked.` };
}

/** @param said words of the page, e.g. its title; "" for none */
export function webPage(who: string, said: string): Message {
  return {
    code: "service-web-page",
    de: `${who} antwortet mit einer Webseite statt mit einer Tabelle${said === "" ? "" : ` (»${said}«)`}. Das kommt bei Wartungsarbeiten vor, oder wenn die Adresse nicht stimmt.`,
    en: `${who} answers with a web page instead of a table${said === "" ? "" : ` (“${said}”)`}. That happens during maintenance, or when the address is wrong.`,
  };
}

/** @param said beginning of the answer; "" for none */
export function httpStatus(who: string, status: number, said: string): Message {
  const meaning = meanings.get(status);
  return {
    code: "service-http-status",
    de: `${who} antwortet mit HTTP ${status}${meaning === undefined ? "" : `: ${meaning.de}`}${said === "" ? "" : ` (»${said}«)`}.`,
    en: `${who} answers with HTTP ${status}${meaning === undefined ? "" : `: ${meaning.en}`}${said === "" ? "" : ` (“${said}”)`}.`,
  };
}

const fault = { de: "Der Dienst hat eine Störung", en: "the service has a fault" };
const meanings: ReadonlyMap<number, { readonly de: string; readonly en: string }> = new Map([
  [400, { de: "Die Anfrage ist so nicht möglich", en: "the request is not possible" }],
  [401, { de: "Zugangsdaten fehlen oder gelten nicht", en: "credentials are missing or not valid" }],
  [403, { de: "Der Zugang ist verwehrt", en: "access is denied" }],
  [404, { de: "Unter dieser Adresse ist nichts", en: "there is nothing at this address" }],
  [405, { de: "Diese Art von Anfrage wird nicht angenommen", en: "this kind of request is not taken" }],
  [413, { de: "Die Auswahl ist zu groß", en: "the selection is too large" }],
  [429, { de: "zu viele Anfragen in kurzer Zeit", en: "too many requests in a short time" }],
  [500, fault],
  [502, fault],
  [503, { de: "Der Dienst ist vorübergehend nicht verfügbar", en: "the service is temporarily unavailable" }],
  [504, fault],
]);

export function emptyAnswer(who: string): Message {
  return {
    code: "service-empty-answer",
    de: `${who} antwortet mit nichts: Die Datei ist leer.`,
    en: `${who} answers with nothing: the file is empty.`,
  };
}

/** @param type content type; "" where none is named */
export function oddAnswer(who: string, type: string): Message {
  return {
    code: "service-odd-answer",
    de: `${who} antwortet mit etwas anderem als einer Tabelle${type === "" ? "" : ` (${type})`}.`,
    en: `${who} answers with something other than a table${type === "" ? "" : ` (${type})`}.`,
  };
}

/** Progress. @param wait ms @param attempt the next one, from 2 */
export function tryingAgain(why: Message, wait: number, attempt: number, attempts: number): Message {
  return {
    code: "trying-again",
    de: `${why.de} Neuer Versuch (${attempt} von ${attempts}) in ${duration(wait)} …`,
    en: `${why.en} Trying again (${attempt} of ${attempts}) in ${duration(wait)} …`,
  };
}

/** Progress. */
export function receiving(what: string, bytes: number): Message {
  const kilobytes = Math.ceil(bytes / 1024);
  return { code: "receiving", de: `${what}: ${kilobytes} kB empfangen …`, en: `${what}: ${kilobytes} kB received …` };
}
