import { scattered } from "./scattered.ts";

const words =
  "the of and a in that type page line letter press ink paper margin column reader word measure proof sheet metal " +
  "case stone galley leading serif figure printer evening morning hand eye light weight colour rule edge";
const vocabulary = words.split(" ");

/** Markdown of about 1.9 KB as an article has it: headings, paragraphs, emphasis, links, a list and a quote. */
export function proseOf(seed: number): string {
  let place = seed * 10_000;
  const word = () => vocabulary[scattered(place++) % vocabulary.length] ?? "";
  const sentence = () => {
    const text = Array.from({ length: 8 + (scattered(place++) % 7) }, word).join(" ");
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  const paragraph = () => Array.from({ length: 4 }, sentence).join(" ");
  return [
    paragraph(),
    `## ${sentence().slice(0, -1)}`,
    `${paragraph()} The **${word()}** is set with *${word()}*, as [the ${word()}](/about) says.`,
    `- ${sentence()}\n- ${sentence()}\n- ${sentence()}`,
    `> ${sentence()}`,
    `## ${sentence().slice(0, -1)}`,
    paragraph(),
    paragraph(),
  ].join("\n\n");
}
