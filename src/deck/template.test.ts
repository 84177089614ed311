import { expect, it } from "vitest";
import { fieldsOf, textScalar } from "../data/fields.ts";
import { parseYaml } from "../data/yaml.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { toSource } from "../source/source.ts";
import type { OutlineInline } from "./outline.ts";
import { expressionOf, templateOf } from "./template.ts";

function scalarOf(yaml: string) {
  const source = toSource("x.yaml", yaml);
  const report: Diagnostic[] = [];
  const { value } = parseYaml(source);
  const scalar = value && fieldsOf(value, report)?.required("a", textScalar);
  if (scalar === undefined) throw new Error("no scalar");
  return { source, scalar, report };
}

/** Without the blanks that stand for YAML's escapes. */
function tidy(text: string | undefined): string | undefined {
  return text?.replaceAll(/ (?=["'])|(?<=["']) (?=\])/g, "").trim();
}

/** Parts in short form: texts as they are, placeholders as their expression and the text at their place. */
function partsOf(yaml: string): readonly string[] {
  const { source, scalar, report } = scalarOf(yaml);
  const sketch = (part: OutlineInline): string => {
    if (part.kind === "text") return part.text;
    if (part.kind === "placeholder")
      return `‹${tidy(part.parsed?.expression.text)}› at ${source.text.slice(part.span.start, part.span.end)}`;
    if (part.kind === "choose")
      return `choose(${part.alternatives.map((words) => words.map(sketch).join(" ")).join(" / ")} by ${part.text})`;
    if (part.kind === "literal") return `literal(${part.content.map(sketch).join(" ")} for ${part.reason})`;
    return part.kind === "claim" ? `claim(${part.content.map(sketch).join(" ")} if ${part.text})` : part.kind;
  };
  return [
    ...templateOf(scalar, report).map(sketch),
    ...report.map(({ message, span }) => `${message.code} ${source.text.slice(span.start, span.end)}`),
  ];
}

it.each([
  ["a: nur Text", ["nur Text"]],
  ["a: 12", ["12"]],
  ["a: vor {{ x.y }} nach", ["vor ", "‹x.y› at {{ x.y }}", " nach"]],
  ["a: '{{ x[''y z''] }} da'", ["‹x['y z']› at {{ x[''y z''] }}", " da"]],
  ['a: "{{ x[\\"ö\\"] | number }}"', ['‹x["ö"]› at {{ x[\\"ö\\"] | number }}']],
  ["a: {{ x }", ["yaml"]],
  ["a: |\n  eins {{ x.y }}\n  zwei\n", ["eins ", "‹x.y› at {{ x.y }}", " zwei"]],
  ["a: lang\n  und {{ x.y }}", ["lang und ", "‹x.y› at {{ x.y }}"]],
  ["a: \\{{ x }} bleibt", ["{{ x }} bleibt"]],
  ["a: '{{ x.y }} Euro'", ["‹x.y› at {{ x.y }}", "\u00a0Euro"]],
  ["a: '[viele]{claim: x.y > 1} da'", ["claim(viele if x.y > 1)", " da"]],
  ["a: '[rund {{ x.y }}]{claim: x.y > 1}'", ["claim(rund  ‹x.y› at {{ x.y }} if x.y > 1)"]],
  ["a: offen {{ x.y", ["offen ", "placeholder-open {{"]],
  ["a: '[mehr|weniger]{choose: x.y > 1}'", ["choose(mehr / weniger by x.y > 1)"]],
  ['a: "[\\"mehr\\"|weniger]{choose: x[\\"y\\"]}"', ['choose("mehr" / weniger by x[ "y" ])']],
  ["a: '[a\\|b|c]{choose: x.y}'", ["choose(a|b / c by x.y)"]],
  ["a: '[Artikel 5]{literal: Gesetz}'", ["literal(Artikel 5 for Gesetz)"]],
  ["a: '[offen]{claim: x'", ["[offen", "claim-open"]],
])("reads %j", (yaml, expected) => {
  if (expected[0] === "yaml") {
    expect(() => partsOf(yaml)).toThrow();
    return;
  }
  const parts = partsOf(yaml);
  for (const [i, part] of expected.entries()) expect(parts[i]).toContain(part);
});

it.each([
  ["a: x.y + 1", "x.y + 1"],
  ['a: "share(a, b)"', "share(a, b)"],
  ['a: "x[\\"ö ä\\"] + 1"', 'x["ö ä"] + 1'],
  ["a: 'x[''q'']'", "x['q']"],
])("takes the whole of %j as an expression", (yaml, text) => {
  const { scalar, report } = scalarOf(yaml);
  const expression = expressionOf(scalar, report);
  expect(report).toEqual([]);
  expect(tidy(expression?.text)).toBe(text);
});
