/** The client as it is put into a built page. */

import "./style.ts";
import { startDeck } from "./main.ts";

startDeck();
