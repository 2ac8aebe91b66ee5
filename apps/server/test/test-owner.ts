/** Who owns the publications of tests. */
export const owner = { email: "owner@example.com", name: "Olive Owner", password: "correct horse battery" };
