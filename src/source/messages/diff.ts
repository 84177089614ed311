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
