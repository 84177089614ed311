/** The page as a presentation: reveal.js, made to behave for a reader of German, a keyboard and a screen reader. */

import Reveal, { type RevealApi, type RevealConfig } from "reveal.js";
import Notes from "reveal.js/plugin/notes";
import { announce } from "./announce.ts";
import { leave, toggleAsking } from "./ask/ask.ts";
import { figuresIn } from "./chart/figure.ts";
import { closeDialog } from "./dialog.ts";
import { showHelp } from "./help.ts";

const stillness = matchMedia("(prefers-reduced-motion: reduce)");

export interface Presentation {
  readonly reveal: RevealApi;
  /** Makes the page a document again. */
  end(): void;
}

/** Starts reveal on the page's slides. */
export async function startPresentation(): Promise<Presentation> {
  const reveal = new Reveal(settings());
  const onMotion = (): void => reveal.configure(moving());
  const onSlide = (): void => {
    leave();
    closeDialog();
    arriveAt(reveal.getCurrentSlide());
    announce(reveal.getCurrentSlide()?.getAttribute("aria-label") ?? "");
  };
  giveGrounds();
  // The style sheet's canvases must stand before reveal measures.
  document.documentElement.classList.add("reveal-ready");
  await reveal.initialize();
  beReadable();
  const endHelp = showHelp(() => reveal.getCurrentSlide());
  // On a German keyboard the "#" lies where reveal looks for "/".
  reveal.addKeyBinding(191, ({ key }: KeyboardEvent) => {
    if (key !== "#") reveal.togglePause();
  });
  reveal.addKeyBinding(87, () => {
    if (!reveal.isOverview()) toggleAsking(reveal.getCurrentSlide());
  });
  arriveAt(reveal.getCurrentSlide());
  reveal.on("slidechanged", onSlide);
  reveal.on("overviewshown", leave);
  stillness.addEventListener("change", onMotion);
  return {
    reveal,
    end: () => {
      stillness.removeEventListener("change", onMotion);
      endHelp();
      reveal.off("slidechanged", onSlide);
      reveal.off("overviewshown", leave);
      reveal.destroy();
      clearTraces();
    },
  };
}

function settings(): RevealConfig {
  return {
    ...canvas(),
    margin: 0,
    minScale: 0.1,
    maxScale: 6,
    center: false,
    hash: true,
    // Ours.
    help: false,
    slideNumber: false,
    controlsTutorial: false,
    controlsLayout: "edges",
    autoPlayMedia: false,
    // Our own document takes that place on narrow screens.
    scrollActivationWidth: 0,
    pdfSeparateFragments: false,
    keyboardCondition: isDecks,
    navigationMode: "linear",
    plugins: [Notes],
    ...moving(),
  };
}

/** Of a slide without a ground colour reveal asks the browser, which lays out all slides anew for each. */
function giveGrounds(): void {
  const ground = getComputedStyle(document.documentElement).getPropertyValue("--colour-ground").trim();
  for (const slide of document.querySelectorAll(".slides > section:not([data-background-color])")) {
    slide.setAttribute("data-background-color", ground);
  }
}

/** The size of the canvas, as the theme has it for the deck's slides. */
function canvas(): Pick<RevealConfig, "width" | "height"> {
  const slide = document.querySelector(".slides > section");
  const style = slide === null ? undefined : getComputedStyle(slide);
  const size = (name: string, standard: number): number => Number.parseFloat(style?.getPropertyValue(name) ?? "") || standard;
  return { width: size("--canvas-width", 1280), height: size("--canvas-height", 720) };
}

function moving(): Pick<RevealConfig, "transition" | "backgroundTransition"> {
  return stillness.matches ? { transition: "none", backgroundTransition: "none" } : { transition: "fade", backgroundTransition: "fade" };
}

/** Whether a key is the deck's: not where the element in focus needs it itself. */
function isDecks({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return true;
  return !((key === " " || key === "Enter") && target.closest("a[href], button, summary") !== null);
}

/** `role="application"` takes a screen reader's own keys away; what reveal announces is the whole slide. */
function beReadable(): void {
  document.querySelector(".reveal")?.removeAttribute("role");
  document.querySelector(".reveal .aria-status")?.setAttribute("aria-live", "off");
}

/** What reveal leaves behind when it ends: its marks on the slides hide all but one. */
function clearTraces(): void {
  document.body.classList.remove("reveal-viewport");
  document.documentElement.classList.remove("reveal-ready");
  for (const slide of document.querySelectorAll(".slides > section")) slide.classList.remove("past", "present", "future");
}

function arriveAt(slide: Element | null | undefined): void {
  if (slide) for (const figure of figuresIn(slide)) figure.arrive();
}
