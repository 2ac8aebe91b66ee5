/**
 * The lock that keeps redirects and pages from being made at one address at once: who makes redirects has it alone, and
 * publishing shares it.
 */
export const redirectsLock = "redirects";
