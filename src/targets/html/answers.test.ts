import { describe, expect, it } from "vitest";
import { behind, numberOf, type SlideAnswers } from "../../data/answer.ts";
import { slideLedger } from "../../deck/ledger/build.ts";
import type { LedgerPart, Ref } from "../../deck/ledger/entries.ts";
import { together } from "../../deck/ledger/together.ts";
import type { Deck, Slide } from "../../deck/model.ts";
import { compiled } from "../../deck/testing.ts";
import { compileDecks } from "../../project/output.ts";
import { repository } from "../../test/repository.ts";
import { answersJson } from "./answers.ts";

function read(slide: Slide, deck: Deck): SlideAnswers | undefined {
  const json = answersJson(slide, slideLedger(slide, deck));
  return json === undefined ? undefined : JSON.parse(json);
}

/** Found anew in the ledger's own entries: names and texts of all data, and words of all steps, each once. */
function behindRefs(refs: readonly Ref[], { data, steps }: LedgerPart): { readonly data: Set<string>; readonly steps: Set<string> } {
  const found = { data: new Set<string>(), steps: new Set<string>() };
  const visit = (ref: Ref): void => {
    if ("datum" in ref)
      for (const datum of data) if (datum.key === ref.datum) found.data.add(`${datum.name} ${datum.text} ${datum.release}`);
    if (!("step" in ref)) return;
    const step = steps.find(({ key }) => key === ref.step);
    if (step === undefined) throw new Error(`no step ${ref.step}`);
    found.steps.add(`${step.subject === undefined ? "" : `${step.subject}: `}${step.words} = ${step.result}`);
    step.inputs.forEach(visit);
  };
  refs.forEach(visit);
  return found;
}

describe("answersJson", () => {
  it("tells of each number what it rests on, each thing once", () => {
    const { value: deck, diagnostics } = compiled({
      "01-a":
        "# {{ orte.Celle }} {{ share(orte.Celle, sum(orte)) | percent(1) }} {{ orte.Celle }} [viel]{claim: orte.Celle > 10} {{ stichtag(orte) }}\n",
    });
    const [slide] = deck?.slides ?? [];
    if (deck === undefined || slide === undefined) throw new Error(diagnostics.map(({ message }) => message.en).join("; "));
    expect(read(slide, deck)).toEqual({
      at: [0, 1, 0, 2, 3],
      answers: [
        { text: "50", of: [0] },
        { text: "3,2\u00a0%", name: "Anteil: Celle", exact: "3,1565656…\u00a0%", worked: "50 ÷ 1.584 = 3,2\u00a0%", of: [0, -1] },
        { kind: "claim", text: "viel", said: ["Einwohner der Orte, Celle: 50\u00a0Personen, mehr als 10"], of: [0] },
        { kind: "text", text: "31.12.2020", name: "Stichtag", from: ["orte@2020-12-31"] },
      ],
      releases: ["orte@2020-12-31"],
      data: [
        [0, 3, "Celle", "50\u00a0Personen", { value: 50, earlier: [["2019-12-31", 50, "50"]] }],
        [0, 3, "Aurach", "1.234\u00a0Personen"],
        [0, 3, "Bad Bühl am See", "300\u00a0Personen"],
      ],
      steps: [["1.234 + 300 + 50 = 1.584\u00a0Personen", 1, 2, 0]],
    });
  });

  it("leads from each figure of both decks to all the data and steps that the ledger has of it", async () => {
    let asked = 0;
    for (const deck of (await compileDecks({ root: repository })).decks) {
      for (const slide of deck.slides) {
        const answers = read(slide, deck);
        if (answers === undefined) continue;
        const ledger = together([slideLedger(slide, deck)]);
        for (const { places, text, origin } of ledger.figures) {
          const seen = places.filter(({ role }) => role !== "alt-text" && role !== "footnote");
          for (const { id } of seen) {
            const answer = answers.answers[answers.at[numberOf(id) - 1] ?? -1];
            if (answer === undefined) throw new Error(`no answer for ${id}`);
            expect(answer.text).toBe(text);
            const { data, steps } = behind(answer, answers);
            const own = behindRefs([origin], ledger);
            const day = data.map((datum) => `${datum.name} ${datum.text.replace(/\u00a0[^%]*$/u, "")} ${datum.from}`);
            expect(new Set(day)).toEqual(own.data);
            // Its own step is what the answer says as worked.
            expect([...own.steps].filter((line) => !steps.includes(line)).length).toBe(answer.worked === undefined ? 0 : 1);
            asked += 1;
          }
        }
      }
    }
    expect(asked).toBeGreaterThan(300);
  });
});
