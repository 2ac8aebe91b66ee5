// What people write content types with. Everything else is imported by its own path.
export { defineContentModel } from "./define-content-model.ts";
export { defineType } from "./define-type.ts";
export { boolean } from "./fields/boolean.ts";
export { date } from "./fields/date.ts";
export { image } from "./fields/image.ts";
export { markdown } from "./fields/markdown.ts";
export { reference, references } from "./fields/reference.ts";
export { select } from "./fields/select.ts";
export { slug } from "./fields/slug.ts";
export { text } from "./fields/text.ts";
