import { describe, expect, it } from "vitest";
import { dayAfter, dayIn, stichtagOf } from "./days.ts";

describe("stichtagOf", () => {
  it.each([
    ["2024-12-31", "2024-12-31"],
    ["31.12.2025", "2025-12-31"],
    ["1.7.2017", "2017-07-01"],
    ["20250630", "2025-06-30"],
    ["30. Juni 2025", "2025-06-30"],
    ["2024", "2024-12-31"],
    ["2024-Q2", "2024-06-30"],
    ["2024Q4", "2024-12-31"],
    ["2024-S1", "2024-06-30"],
    ["2024-02", "2024-02-29"],
    ["2023M02", "2023-02-28"],
    ["2024-13", undefined],
    ["31.02.2024", undefined],
    ["20251301", undefined],
    ["03453001", undefined],
    ["am 31.12.2025", undefined],
    ["2024-25", undefined],
    ["", undefined],
    ["damals", undefined],
  ])("%s is %s", (code, day) => {
    expect(stichtagOf(code)).toBe(day);
  });

  it("takes a year for the day that it is said to be", () => {
    expect(stichtagOf("2024", "01-01")).toBe("2024-01-01");
    expect(stichtagOf("2024-06-30", "01-01")).toBe("2024-06-30");
  });
});

describe("days in words", () => {
  it("finds the only one", () => {
    expect(dayIn("Gebietsstand am 30.06.2024 (2. Quartal)")).toBe("2024-06-30");
    expect(dayIn("vom 1.1.2024 bis 30.06.2024")).toBeUndefined();
    expect(dayIn("Tabelle 12411-01-01-4")).toBeUndefined();
    expect(dayIn("AGS 034530001001")).toBeUndefined();
  });

  it("finds the first after words, in their text or the next", () => {
    const texts = ["Stammdaten, amtlich: 1.1.2000", "Stand am", "30. Juni 2025 und 31.12.2025"];
    expect(dayAfter("am", texts)).toBe("2025-06-30");
    expect(dayAfter("Stand  am", texts)).toBe("2025-06-30");
    expect(dayAfter("AMTLICH", texts)).toBe("2000-01-01");
    expect(dayAfter("Stamm", texts)).toBeUndefined();
    expect(dayAfter("und", texts)).toBe("2025-12-31");
    expect(dayAfter("(.*", texts)).toBeUndefined();
    expect(dayAfter(" ", texts)).toBeUndefined();
  });
});
