/** All style sheets of a page, in their order. */

import "reveal.js/reveal.css";
import "virtual:stichtag/theme.css";
