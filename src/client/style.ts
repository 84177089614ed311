/** All style sheets of a page, in their order. */

/// <reference types="vite/client" />

import "reveal.js/reveal.css";
import "virtual:stichtag/theme.css";
import "../../theme/deck.css";
import "./client.css";
import "./ask/ask.css";
