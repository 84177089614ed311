/** Decks → PowerPoint files: what they need of the project's files is read here. */

import { join } from "node:path";
import type { Deck } from "../deck/model.ts";
import { type Diagnostic, inOrder, type Outcome } from "../source/diagnostic.ts";
import { writePptx } from "../targets/pptx/write.ts";
import type { CompiledProject, Output } from "./output.ts";
import { picturesFor } from "./powerpoint-pictures.ts";
import type { Project } from "./read.ts";
import { templateOf } from "./template.ts";

/**
 * Each deck's PowerPoint file, to be written to `<out>/<deck>.pptx`; without value where any of them has an error.
 *
 * @throws ReadError where a picture has gone meanwhile
 */
export async function powerpointsOf({ project, decks }: CompiledProject, out: string): Promise<Outcome<readonly Output[]>> {
  const report: Diagnostic[] = [];
  const outputs: Output[] = [];
  for (const deck of decks) {
    const { value, diagnostics } = await powerpointOf(project, deck);
    report.push(...diagnostics);
    if (value !== undefined) outputs.push({ deck, path: join(out, `${deck.id}.pptx`), content: value });
  }
  return { value: outputs.length === decks.length ? outputs : undefined, diagnostics: inOrder(report) };
}

async function powerpointOf(project: Project, deck: Deck): Promise<Outcome<Uint8Array>> {
  const template = await templateOf(project, deck);
  const pictures = picturesFor(project, deck);
  if (template.value === undefined || pictures.value === undefined) {
    return { value: undefined, diagnostics: [...template.diagnostics, ...pictures.diagnostics] };
  }
  const written = await writePptx({ deck, template: template.value, pictures: pictures.value });
  return { value: written.value, diagnostics: [...template.diagnostics, ...pictures.diagnostics, ...written.diagnostics] };
}
