import { supportedMimeTypes } from "file-type";
import { describe, expect, test } from "vitest";
import { detectMediaType } from "../../src/assets/detect-media-type.ts";
import { mediaTypes } from "../../src/assets/media-types.ts";

const detect = (bytes: string | Uint8Array, filename = "upload") =>
  detectMediaType(typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes, filename);

const emptyZip = `PK\x05\x06${"\0".repeat(18)}`;
const compound = `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${"\0".repeat(600)}`;

describe("what a file is", () => {
  test.each([
    ["%PDF-1.4\n", "application/pdf"],
    ["ID3\x04\0\0\0\0\0\0\xff\xfb\x90\x64", "audio/mpeg"],
    ["OggS\0\x02\0\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\x01\x13OpusHead", "audio/ogg"],
    ["\0\0\0\x18ftypisom\0\0\0\0isomavc1", "video/mp4"],
    ["GIF89a\x01\0\x01\0", "image/gif"],
    [emptyZip, "application/zip"],
    ["Words, and more words.\n", "text/plain"],
    ["Caf\xe9 in an older encoding\n", "text/plain"],
    ["#!/bin/sh\nrm -rf /\n", "text/plain"],
    ["<?xml version='1.0'?><svg/>", "text/plain"],
    ["\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0", "application/octet-stream"],
    ["MZ\x90\0\x03\0\0\0", "application/octet-stream"],
    ["\0\x01\x02\x03", "application/octet-stream"],
  ])("its bytes tell: %j", async (bytes, type) => {
    for (const filename of ["upload", "a.png", "a.html", "a.pdf", "a.svg"])
      expect(await detect(bytes, filename)).toBe(type);
  });

  test("its name tells only where the bytes leave a choice", async () => {
    expect(await detect("a,b\n1,2\n", "a.CSV")).toBe("text/csv");
    expect(await detect('{ "a": 1 }', "a.json")).toBe("application/json");
    expect(await detect("Not JSON at all.", "a.json")).toBe("text/plain");
    expect(await detect(emptyZip, "a.docx")).toBe(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    );
    expect(await detect(compound, "a.xls")).toBe("application/vnd.ms-excel");
    expect(await detect(compound, "a.msi")).toBe("application/octet-stream");
    expect(await detect("%PDF-1.4\n", "a.csv")).toBe("application/pdf");
  });
});

test("nothing that a browser runs is in the table", () => {
  const active = /html|xml$|xml;|svg|script|flash|wasm|java|ecma|x-ms|mpegurl|manifest/;
  expect(Object.keys(mediaTypes).filter((type) => active.test(type))).toEqual([]);
});

test("each type of the table is one that can be told from bytes", () => {
  const byName = /^text\/(plain|csv)$|json|msword|ms-excel|ms-powerpoint|octet-stream/;
  const unknown = Object.keys(mediaTypes).filter(
    (type) => !supportedMimeTypes.has(type) && !byName.test(type),
  );
  expect(unknown).toEqual([]);
});
