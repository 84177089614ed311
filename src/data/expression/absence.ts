/** Why a path leads to nothing, in words that say what there is. */

import type { Message } from "../../source/diagnostic.ts";
import { keyNotYet, noKeyBelow, noPrevious, noReleaseYet, noSuchStichtag, unknownKeyInRelease } from "../../source/messages/evaluate.ts";
import { nearest } from "../../source/nearest.ts";
import { releasesSeen, type DataView } from "../asof.ts";
import { germanDate } from "../calendar.ts";
import type { Dataset } from "../dataset.ts";
import { cellAt, type Absent } from "../lookup.ts";
import { pathOf } from "./describe.ts";

/** The words, and which of the keys they are about; none where they are about the whole path. */
export function absence(view: DataView, dataset: Dataset, path: readonly string[], absent: Absent): { message: Message; depth?: number } {
  const name = pathOf({ dataset, path });
  switch (absent.kind) {
    case "no-release": {
      const first = dataset.releases[0]?.stichtag;
      return {
        message: noReleaseYet(dataset.id, germanDate(view.asOf), knownOf(view), first === undefined ? undefined : germanDate(first)),
      };
    }
    case "no-day": {
      const later = dataset.releases.some(({ stichtag, values }) => stichtag === absent.day && cellAt(values, path) !== undefined);
      return { message: noSuchStichtag(name, germanDate(absent.day), absent.days.map(germanDate), later) };
    }
    case "no-previous":
      return { message: noPrevious(name, germanDate(absent.day)) };
    case "no-level":
      return { message: noKeyBelow(pathOf({ dataset, path: path.slice(0, absent.depth) })), depth: absent.depth };
    case "no-key":
      return { message: unknownKey(view, dataset, path.slice(0, absent.depth + 1), absent), depth: absent.depth };
  }
}

function knownOf({ byArrival, knownOn }: DataView): string | undefined {
  return byArrival === true ? germanDate(knownOn) : undefined;
}

function unknownKey(view: DataView, dataset: Dataset, path: readonly string[], absent: Absent & { kind: "no-key" }): Message {
  const key = path.at(-1) ?? "";
  const above = pathOf({ dataset, path: path.slice(0, -1) });
  const seen = new Set(releasesSeen(view, dataset));
  const having = dataset.releases.filter(({ values }) => cellAt(values, path) !== undefined);
  const days = (visible: boolean): readonly string[] => [
    ...new Set(having.filter((release) => seen.has(release) === visible).map(({ stichtag }) => germanDate(stichtag))),
  ];
  if (days(true).length === 0 && days(false).length > 0) return keyNotYet(above, key, germanDate(view.asOf), knownOf(view), days(false));
  const byLabel = new Map(absent.keys.map((known) => [dataset.labels.get(known) ?? known, known]));
  const near = nearest(key, absent.keys) ?? byLabel.get(nearest(key, byLabel.keys()) ?? "");
  const day = absent.day ?? [...seen].at(-1)?.stichtag ?? view.asOf;
  return unknownKeyInRelease(above, germanDate(day), key, { near, elsewhere: days(true), keys: absent.keys });
}
