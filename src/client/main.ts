import Reveal from "reveal.js";
import Notes from "reveal.js/plugin/notes";
export function startDeck(): void {
  void new Reveal({ plugins: [Notes] }).initialize();
}
