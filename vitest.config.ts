import { defineConfig, type ViteUserConfig } from "vitest/config";

/** What only reckons (see `src/test/imports.test.ts`), so that no file can leave anything behind for the next one. */
const pure: readonly string[] = ["src/{source,data,scene,chart,deck,targets,update}/**/*.test.ts", "theme/**/*.test.ts"];
const browser = "**/*.browser.test.ts";

const patience = { testTimeout: 60_000, hookTimeout: 120_000 };

const config: ViteUserConfig = defineConfig({
  test: {
    projects: [
      {
        test: {
          ...patience,
          name: "pure",
          include: [...pure],
          exclude: [browser],
          setupFiles: ["src/test/properties.ts"],
          // The house is loaded once a worker, not once a file: that took as long as the tests themselves.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...patience,
          name: "edge",
          include: ["src/**/*.test.ts"],
          exclude: [browser, ...pure],
          setupFiles: ["src/test/properties.ts"],
          sequence: { groupOrder: 1 },
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
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});

export default config;
