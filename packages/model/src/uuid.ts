import { z } from "zod";

/** A UUID in either case, as the small letters that ids are stored and compared in. */
export function uuid(message = "Give an id: a UUID.") {
  return z.uuid(message).toLowerCase();
}

/** The id of nothing (RFC 9562's nil UUID). */
export const noId = "00000000-0000-0000-0000-000000000000";
