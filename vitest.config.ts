import { defineConfig, type ViteUserConfig } from "vitest/config";

const patience = { testTimeout: 60_000, hookTimeout: 120_000 };

const config: ViteUserConfig = defineConfig({
  test: {
    projects: [
      {
        test: {
          ...patience,
          name: "unit",
          include: ["src/**/*.test.ts", "theme/**/*.test.ts"],
          exclude: ["**/*.browser.test.ts"],
          setupFiles: ["src/test/properties.ts"],
          sequence: { groupOrder: 0 },
        },
      },
      {
        // After the others and one file at a time: a browser and a dev server fill two cores, and these tests look at the clock.
        test: {
          ...patience,
          name: "browser",
          include: ["src/**/*.browser.test.ts"],
          globalSetup: ["src/test/built.ts"],
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});

export default config;
