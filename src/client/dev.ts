/** The client as the dev server gives it: the same, and it follows edits. */

/// <reference types="vite/client" />

import "./style.ts";
import { followEdits } from "./live/follow.ts";
import { startDeck } from "./main.ts";

const page = document.querySelector(".reveal .slides > section") === null ? undefined : startDeck();
if (import.meta.hot) followEdits(import.meta.hot, page);
