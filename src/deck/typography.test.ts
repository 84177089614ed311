import * as fc from "fast-check";
import { expect, it } from "vitest";
import { typeset } from "./typography.ts";

const shown = (text: string, afterNumber?: boolean): string => typeset(text, afterNumber).replaceAll("\u00a0", "~");

it.each([
  ["30.000 Euro und 82,8 Mio. Menschen", "30.000~Euro und 82,8~Mio.~Menschen"],
  ["5 % von 12 km² in 3 Jahren", "5~% von 12~km² in 3~Jahren"],
  ["17 135 Personen", "17~135~Personen"],
  ["177.701 Menschen im Kreis", "177.701~Menschen im Kreis"],
  ["§ 5 und §§ 9 bis 11, Art. 3 Abs. 2 Nr. 7, S. 361", "§~5 und §§~9 bis 11, Art.~3 Abs.~2 Nr.~7, S.~361"],
  ["z. B. hier, u. a. dort, i. d. R. so, d. h. nie", "z.~B. hier, u.~a. dort, i.~d.~R. so, d.~h. nie"],
  ["Integration u. Demografie", "Integration u.~Demografie"],
  ["am 14. April 2014, seit Juli 2017", "am 14.~April~2014, seit Juli~2017"],
  ["Wohnraum – und mehr", "Wohnraum~– und mehr"],
  ["Dr. Meyer", "Dr.~Meyer"],
  ["½ Stelle, 48 Kommunen, 2017 waren es 3", "½ Stelle, 48 Kommunen, 2017 waren es 3"],
  ["12 mal, 5 Meter, 7 Tische", "12 mal, 5 Meter, 7 Tische"],
  ["2016 2017", "2016 2017"],
  ["nichts zu tun", "nichts zu tun"],
])("%s", (text, expected) => {
  expect(shown(text)).toBe(expected);
});

it("binds a unit to the number before it", () => {
  expect(shown(" Euro", true)).toBe("~Euro");
  expect(shown(" Europa", true)).toBe(" Europa");
  expect(shown(" Personen am", true)).toBe("~Personen am");
  expect(shown("Siehe § ")).toBe("Siehe §~");
});

it("changes no letter, and nothing twice", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."5§ .zBu aMio–%€1Juli".split("")), maxLength: 40 }), fc.boolean(), (text, after) => {
      const once = typeset(text, after);
      expect(once.replaceAll("\u00a0", " ")).toBe(text);
      expect(typeset(once, after)).toBe(once);
    }),
    { numRuns: 3000 },
  );
});
