const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** How the person's keyboard calls the keys. */
export const paletteKeys = isApple ? "⌘K" : "Ctrl K";
export const saveKeys = isApple ? "⌘S" : "Ctrl S";
export const publishKeys = isApple ? "⌘ Return" : "Ctrl Enter";
