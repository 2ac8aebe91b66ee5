/** Articles on one page of a list. */
export const storiesOnPage = 20;
