/** What the command says: to people, in their language, with a line of progress where a person watches. */

import { type Language, type Message, printable } from "../source/diagnostic.ts";
import { wrapped } from "./wrap.ts";

export interface Terminal {
  readonly language: Language;
  /** A result: to standard output. */
  say(text: string): void;
  /** A fault: to standard error; on a terminal broken between words. */
  complain(text: string): void;
  /** Replaces the line of progress; shown on a terminal only. */
  progress(text: string): void;
}

/** What of a stream is needed, so that tests can read along. */
interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const clearLine = "\r\u001b[K";

export function terminalOf(language: Language, streams: { readonly stdout: Output; readonly stderr: Output } = process): Terminal {
  const { stdout, stderr } = streams;
  let shown = false;
  const clear = (): void => {
    if (shown) stderr.write(clearLine);
    shown = false;
  };
  return {
    language,
    say: (text) => {
      clear();
      stdout.write(`${text}\n`);
    },
    complain: (text) => {
      clear();
      const { isTTY, columns } = stderr;
      stderr.write(`${isTTY === true && columns !== undefined ? wrapped(text, columns) : text}\n`);
    },
    progress: (text) => {
      if (!stderr.isTTY) return;
      stderr.write(`${clearLine}${text}`);
      shown = true;
    },
  };
}

/** An end that has its words in both languages. */
export class SpokenError extends Error {
  readonly words: Message;
  constructor(words: Message) {
    super(words.en);
    this.name = "SpokenError";
    this.words = words;
  }
}

/** A message without a place. */
export function spoken(message: Message, language: Language): string {
  return `${language === "de" ? "Fehler" : "error"} [${message.code}] ${printable(message[language])}`;
}
