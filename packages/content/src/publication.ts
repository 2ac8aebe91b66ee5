/** What the publication says of itself. */
export const publication = {
  name: "The Compositor",
  tagline: "A small magazine on type, printing, and pages that read well.",
  /** BCP 47 language of the content. */
  locale: "en-GB",
};
