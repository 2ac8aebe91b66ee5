import type { Locator } from "playwright-core";
import { expect } from "vitest";

/** What a box comes to hold: pages fill theirs in when the server has answered. */
export const expectValue = (box: Locator) => expect.poll(() => box.inputValue());
