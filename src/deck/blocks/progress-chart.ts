/** A part reached of a whole. */

import type { Expression } from "../../data/expression/parse.ts";
import { type Fields, object } from "../../data/fields.ts";
import type { Format } from "../../data/format.ts";
import type { ProgressChart } from "../../chart/model.ts";
import { partsExceedWhole, unitsDiffer, wholeIsZero } from "../../source/messages/bound-blocks.ts";
import { type Binder, placeOf } from "../binder.ts";
import { difference, numberOf, shareOf } from "../reckon.ts";
import { defaultSubtitle, figureOf, finish, type MakeChart, readBase } from "./chart-parts.ts";
import { expression, format, words } from "./fields.ts";

type Labels = ProgressChart["labels"];
const defaultLabels: Labels = { value: "erreicht", whole: "insgesamt", open: "noch offen" };

export const progressChart: MakeChart = (fields, place, binder) => {
  const base = readBase(fields, place, binder);
  const valueField = fields.required("value", expression);
  const wholeField = fields.required("whole", expression);
  const look = fields.optional("format", format);
  const labels =
    fields.optional(
      "labels",
      object((own) => readLabels(own, binder)),
    ) ?? defaultLabels;
  const value = valueField && binder.number(valueField);
  const whole = wholeField && binder.number(wholeField);
  if (valueField === undefined || wholeField === undefined || value === undefined || whole === undefined) return undefined;
  if (value.unit !== whole.unit) return binder.fail(placeOf(wholeField), unitsDiffer(value.unit, whole.unit));
  const span = placeOf(valueField);
  const share = shareOf(value, whole, `share(${valueField.text}, ${wholeField.text})`, span);
  const open = difference(whole, value, `${wholeField.text} - ${asSubtrahend(valueField)}`, span);
  if (share === undefined || open === undefined) return binder.fail(placeOf(wholeField), wholeIsZero());
  if ((numberOf(open) ?? 0) < 0) return binder.fail(span, partsExceedWhole(`${numberOf(value)}`, `${numberOf(whole)}`));
  const percent: Format = { name: "percent", digits: 0, text: "percent(0)", span };
  const figures = {
    value: figureOf(value, look, valueField, binder),
    whole: figureOf(whole, look, wholeField, binder),
    share: binder.figure(share, percent, span),
    open: figureOf(open, look, valueField, binder),
  };
  if (figures.value === undefined || figures.whole === undefined || figures.share === undefined || figures.open === undefined) {
    return undefined;
  }
  const { value: reached, whole: all, share: part, open: left } = figures;
  return finish({
    kind: "progress",
    ...defaultSubtitle(value.unit, [value, whole], look),
    ...base,
    credits: [],
    value: reached,
    whole: all,
    share: part,
    open: left,
    labels,
  });
};

/** Sums and differences in brackets, if they do not stand in some: "sum(a) - (b + c)". */
function asSubtrahend({ text, root }: Expression): string {
  const isOpen = root.type === "binary" && (root.operator === "+" || root.operator === "-") && root.start === root.left.start;
  return isOpen ? `(${text})` : text;
}

function readLabels(fields: Fields, binder: Binder): Labels {
  return {
    value: fields.optional("value", words(binder)) ?? defaultLabels.value,
    whole: fields.optional("whole", words(binder)) ?? defaultLabels.whole,
    open: fields.optional("open", words(binder)) ?? defaultLabels.open,
  };
}
