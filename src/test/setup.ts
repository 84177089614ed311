/** Before each file of unit tests: on a build server all runs see the same random cases, so that a red one is a change's own. */

import fc from "fast-check";

if (process.env["CI"] === "true") fc.configureGlobal({ seed: 20170807 });
