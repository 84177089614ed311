/** Diagrams: hub, network, timeline. No numbers, but for those in placeholders of their texts. */

import type { HubChart, TimelineChart } from "../../chart/model.ts";
import { germanDate } from "../../data/calendar.ts";
import { day, type Fields, flag, listOf, object, type Reader, scalarOr } from "../../data/fields.ts";
import { emptyList, tooManyGroups } from "../../source/messages/bound-blocks.ts";
import type { ColourName } from "../../../theme/tokens.ts";
import type { Binder } from "../binder.ts";
import { colour, finish, type MakeChart, readBase, seriesColours } from "./chart-parts.ts";
import { words } from "./fields.ts";

export const hubDiagram: MakeChart = (fields, place, binder) => {
  const base = readBase(fields, place, binder);
  const centre = fields.required("centre", words(binder));
  const spokes = listField(fields, "spokes", spokeReader(binder), binder);
  if (centre === undefined || spokes === undefined) return undefined;
  return finish({ kind: "hub", ...base, credits: [], centre, spokes });
};

type Spoke = HubChart["spokes"][number];

function spokeReader(binder: Binder): Reader<Spoke> {
  return scalarOr<Spoke, Spoke>(
    (node, report) => {
      const label = words(binder)(node, report);
      return label === undefined ? undefined : { label, highlight: false };
    },
    object((fields) => {
      const label = fields.required("label", words(binder));
      const highlight = fields.optional("highlight", flag) ?? false;
      return label === undefined ? undefined : { label, highlight };
    }),
  );
}

export const networkDiagram: MakeChart = (fields, place, binder) => {
  const base = readBase(fields, place, binder);
  const centre = fields.required("centre", words(binder));
  const groups = listField(fields, "groups", groupReader(binder), binder);
  if (centre === undefined || groups === undefined) return undefined;
  const unnamed = groups.filter((group) => group.colour === undefined).length;
  if (unnamed > seriesColours.length) {
    return binder.fail(fields.entry("groups")?.value.span ?? fields.span, tooManyGroups(groups.length, seriesColours.length));
  }
  const painted = groups.map(({ label, members, colour: own }, i) => ({ label, members, colour: own ?? seriesColours[i] ?? "series-1" }));
  return finish({ kind: "network", ...base, credits: [], centre, groups: painted });
};

interface Group {
  readonly label: string;
  readonly members: readonly string[];
  readonly colour: ColourName | undefined;
}

function groupReader(binder: Binder): Reader<Group> {
  return object((fields) => {
    const label = fields.required("label", words(binder));
    const members = listField(fields, "members", words(binder), binder);
    const own = fields.optional("colour", colour);
    return label === undefined || members === undefined ? undefined : { label, members, colour: own };
  });
}

export const timelineDiagram: MakeChart = (fields, place, binder) => {
  const base = readBase(fields, place, binder);
  const events = listField(fields, "events", eventReader(binder), binder);
  if (events === undefined) return undefined;
  const inOrder = events.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return finish({ kind: "timeline", ...base, credits: [], events: inOrder });
};

type Event = TimelineChart["events"][number];

function eventReader(binder: Binder): Reader<Event> {
  return object((fields) => {
    const at = fields.required("date", day);
    const label = fields.required("label", words(binder));
    const highlight = fields.optional("highlight", flag) ?? false;
    return at === undefined || label === undefined ? undefined : { day: at, date: germanDate(at), label, highlight };
  });
}

/** A list that must be there and hold something. */
function listField<T>(fields: Fields, name: string, read: Reader<T>, binder: Binder): readonly T[] | undefined {
  const before = binder.report.length;
  const items = fields.required(name, listOf(read));
  if (items === undefined || items.length > 0) return items;
  return binder.report.length > before ? undefined : binder.fail(fields.entry(name)?.value.span ?? fields.span, emptyList(name));
}
