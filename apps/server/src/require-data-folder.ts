import { constants } from "node:fs";
import { access, mkdir } from "node:fs/promises";
import { SettingError } from "./env.ts";

/** Makes the folder if need be. Throws a {@link SettingError} that names it when this user cannot write to it. */
export async function requireDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code;
    throw new SettingError(
      `LETTERPRESS_DATA must be a folder that this user can write to, and ${folder} is none: ${reason}.`,
    );
  }
}
