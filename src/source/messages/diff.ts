/** What can be wrong with the states that `diff` compares. */

import type { Message } from "../diagnostic.ts";

export function notAState(written: string): Message {
  return {
    code: "not-a-state",
    de: `»${written}« ist kein Stand: möglich sind ein Tag wie 2017-08-07, latest, known:2026-03-01 (was an diesem Tag bekannt war) oder eine Revision von git.`,
    en: `"${written}" is no state: possible are a day such as 2017-08-07, latest, known:2026-03-01 (what was known on that day), or a revision of git.`,
  };
}

export function gitMissing(revision: string): Message {
  return {
    code: "git-missing",
    de: `»${revision}« wäre eine Revision von git, aber git ist auf diesem Rechner nicht zu finden. Ein Tag wie 2017-08-07 geht ohne.`,
    en: `"${revision}" would be a revision of git, but there is no git on this machine. A day such as 2017-08-07 works without.`,
  };
}

export function notInGit(revision: string, root: string): Message {
  return {
    code: "not-in-git",
    de: `»${revision}« wäre eine Revision von git, aber »${root}« gehört zu keinem Repository.`,
    en: `"${revision}" would be a revision of git, but "${root}" belongs to no repository.`,
  };
}

export function unknownRevision(revision: string): Message {
  return {
    code: "unknown-revision",
    de: `Eine Revision »${revision}« kennt git hier nicht. Sonst ist ein Stand ein Tag wie 2017-08-07, latest oder known:2026-03-01.`,
    en: `Git knows no revision "${revision}" here. Otherwise a state is a day such as 2017-08-07, latest or known:2026-03-01.`,
  };
}

/** @param words of git */
export function gitFailed(revision: string, words: string): Message {
  return {
    code: "git-failed",
    de: `Die Revision »${revision}« lässt sich nicht lesen: ${words}`,
    en: `The revision "${revision}" cannot be read: ${words}`,
  };
}

export function nothingInRevision(revision: string): Message {
  return {
    code: "nothing-in-revision",
    de: `In der Revision »${revision}« gibt es keine Foliensätze (slides/).`,
    en: `There are no decks (slides/) in the revision "${revision}".`,
  };
}

/** @param state as it is written */
export function notOnASlide(state: string): Message {
  return {
    code: "not-on-a-slide",
    de: `Auf einer Folie lässt sich »${state}« so nicht zeigen: Sie vergleicht die vorliegenden Daten zu zwei Tagen, und nur der frühere Stand kann known: sein. Mit --format markdown geht es.`,
    en: `A slide cannot show "${state}" here: it compares the present data as of two days, and only the earlier state can be known:. It works with --format markdown.`,
  };
}

export function decksOfManyDays(): Message {
  return {
    code: "decks-of-many-days",
    de: "Die Foliensätze haben verschiedene Stände, und eine Folie nennt nur einen. Bitte einen auswählen (--deck) oder die Stände als Tage angeben.",
    en: "The decks are of different days, and a slide names one only. Choose one (--deck), or give the states as days.",
  };
}

export function slideBackwards(from: string, to: string): Message {
  return {
    code: "slide-backwards",
    de: `Eine Folie vergleicht einen früheren Tag mit einem späteren, nicht ${from} mit ${to}.`,
    en: `A slide compares an earlier day with a later one, not ${from} with ${to}.`,
  };
}

/** @param expressions of what has changed */
export function nothingSayable(expressions: readonly string[]): Message {
  const list = expressions.join("; ");
  return {
    code: "nothing-sayable",
    de: `Nichts von dem, was sich geändert hat, lässt sich auf einer Folie sagen: ${list}. Mit --format markdown geht es.`,
    en: `Nothing of what has changed can be said on a slide: ${list}. It works with --format markdown.`,
  };
}

export function notIntoData(path: string): Message {
  return {
    code: "diff-into-data",
    de: `»${path}« liegt in data/, wo nur Daten liegen. Bitte bei --out einen anderen Ort angeben.`,
    en: `"${path}" lies in data/, where only data lie. Give another place for --out.`,
  };
}

export function notWrittenByDiff(path: string): Message {
  return {
    code: "diff-over-other-file",
    de: `»${path}« gibt es schon, und es ist keine Liste von Änderungen: Sie wird nicht überschrieben. Bitte bei --out einen anderen Namen angeben.`,
    en: `"${path}" exists already and is no list of changes: it is not overwritten. Give another name for --out.`,
  };
}

export function noSuchFolder(path: string): Message {
  return {
    code: "diff-no-folder",
    de: `Den Ordner von »${path}« gibt es nicht, und außerhalb des Projekts wird keiner angelegt.`,
    en: `The folder of "${path}" does not exist, and none is made outside the project.`,
  };
}
