/** A slide's XML → what it says. The same walk reads a slide that is being written and one that came back. */

import { child, childrenOf, textOf, type XmlElement } from "../xml/tree.ts";
import type { Unit, UnitRole } from "./content.ts";

/** What is on a slide, with the relationships of its charts in the order of the shapes. */
export interface SlideTexts {
  readonly name?: string;
  readonly title: string;
  readonly isHidden?: true;
  readonly units: readonly Unit[];
  readonly charts: readonly { readonly shape: string; readonly relationship: string }[];
}

/** @param root `p:sld` or `p:notes` @param role of its texts */
export function slideTexts(root: XmlElement, role: "text" | "note" = "text"): SlideTexts {
  const slide = child(root, "p:cSld");
  const walk = new Walk(role);
  const tree = child(slide, "p:spTree");
  if (tree !== undefined) walk.shapes(tree);
  const name = slide?.attributes["name"];
  const isHidden = /^(?:0|false)$/.test(root.attributes["show"] ?? "");
  const own = { ...(name !== undefined && name !== "" && { name }), ...(isHidden && { isHidden: true as const }) };
  return { ...own, title: walk.title, units: walk.units, charts: walk.charts };
}

class Walk {
  title = "";
  readonly units: Unit[] = [];
  readonly charts: { readonly shape: string; readonly relationship: string }[] = [];
  private readonly role: "text" | "note";

  constructor(role: "text" | "note") {
    this.role = role;
  }

  shapes(parent: XmlElement): void {
    for (const node of childrenOf(parent)) this.shape(node);
  }

  private shape(node: XmlElement): void {
    switch (node.name) {
      case "mc:AlternateContent": {
        // Programs show the first of the choices that they understand; the fallback is a picture of it.
        const choice = child(node, "mc:Choice") ?? child(node, "mc:Fallback");
        if (choice !== undefined) this.shapes(choice);
        return;
      }
      case "p:grpSp":
        this.alternative(node, "p:nvGrpSpPr");
        this.shapes(node);
        return;
      case "p:sp":
        return this.text(node);
      case "p:graphicFrame":
        return this.frame(node);
      case "p:pic":
        this.alternative(node, "p:nvPicPr");
        return;
      case "p:cxnSp":
        this.alternative(node, "p:nvCxnSpPr");
    }
  }

  private text(node: XmlElement): void {
    const placeholder = child(child(child(node, "p:nvSpPr"), "p:nvPr"), "p:ph")?.attributes["type"];
    // Of a page of notes only the notes: its picture, header, date and number are the master's.
    if (this.role === "note" && placeholder !== "body") return;
    const shape = this.alternative(node, "p:nvSpPr");
    const lines = paragraphsOf(child(node, "p:txBody"));
    this.add(this.role, shape, lines);
    if (placeholder === "title" || placeholder === "ctrTitle") this.title ||= lines.flat().join(" ");
  }

  private frame(node: XmlElement): void {
    const shape = this.alternative(node, "p:nvGraphicFramePr");
    const data = child(child(node, "a:graphic"), "a:graphicData");
    const table = child(data, "a:tbl");
    if (table !== undefined) this.add("table", shape, childrenOf(table, "a:tr").map(cellsOf));
    const relationship = child(data, "c:chart")?.attributes["r:id"];
    if (relationship !== undefined) this.charts.push({ shape, relationship });
  }

  private alternative(node: XmlElement, properties: string): string {
    const own = child(child(node, properties), "p:cNvPr")?.attributes ?? {};
    const shape = own["name"] ?? "";
    // The number of the shape's page stands in no picture.
    const text = plain(own["descr"] ?? "");
    if (text !== "" && this.role === "text") this.add("alternative", shape, [[text]]);
    return shape;
  }

  private add(role: UnitRole, shape: string, lines: readonly (readonly string[])[]): void {
    const said = lines.filter((line) => line.some((text) => text !== ""));
    if (said.length > 0) this.units.push({ role, shape, lines: said });
  }
}

function cellsOf(row: XmlElement): readonly string[] {
  return childrenOf(row, "a:tc").map((cell) => paragraphsOf(child(cell, "a:txBody")).flat().join(" "));
}

/** Texts of the paragraphs of a text body, those that say something. */
export function paragraphsOf(body: XmlElement | undefined): readonly (readonly string[])[] {
  if (body === undefined) return [];
  return childrenOf(body, "a:p")
    .map((paragraph) => plain(wordsOf(paragraph)))
    .filter((text) => text !== "")
    .map((text) => [text]);
}

/** Fields that programs fill in themselves, and that change with the slide's place or the day. */
const filled = /^(?:slidenum|datetime)/;

function wordsOf(paragraph: XmlElement): string {
  return childrenOf(paragraph)
    .map((node) => {
      if (node.name === "a:br") return " ";
      if (node.name === "mc:AlternateContent") return textOf(child(node, "mc:Fallback") ?? node);
      if (node.name === "a:fld" && filled.test(node.attributes["type"] ?? "")) return "";
      return node.name === "a:r" || node.name === "a:fld" ? textOf(child(node, "a:t") ?? none) : "";
    })
    .join("");
}

const none: XmlElement = { name: "", attributes: {}, children: [] };

/** Texts written into a chart, and on top of it. */
export function chartTexts(shape: string, parts: readonly XmlElement[]): readonly Unit[] {
  const lines = parts.flatMap((root) => bodiesIn(root).flatMap(paragraphsOf));
  return lines.length === 0 ? [] : [{ role: "chart", shape, lines }];
}

/** Whatever prefix a program gives to what is drawn on a chart. */
function bodiesIn(node: XmlElement): readonly XmlElement[] {
  if (node.name === "c:rich" || node.name.endsWith(":txBody")) return [node];
  return childrenOf(node).flatMap(bodiesIn);
}

/**
 * A text as it is compared: programs break and space the same words differently, and set other hyphens and blanks.
 */
export function plain(text: string): string {
  if (usual.test(text)) return text;
  return text
    .normalize("NFC")
    .replaceAll(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
    .replaceAll("\u2011", "-")
    .replaceAll(/[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/gu, " ")
    .trim();
}

/** Most texts are plain already, and a file of a thousand slides has sixty thousand. */
const usual = /^[!-~\u00a1-\u00ac\u00ae-\u02ff]+(?: [!-~\u00a1-\u00ac\u00ae-\u02ff]+)*$/;
