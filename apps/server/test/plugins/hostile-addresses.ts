import { transformer } from "@letterpress/api/wire/transformer";

/** The address of a call with this input. */
export const target = (path: string, input?: unknown) =>
  `/trpc/${path}${input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(transformer.serialize(input)))}`}`;
/** The address of a call whose input is this text, whatever it is. */
export const raw = (path: string, text: string) => `/trpc/${path}?input=${encodeURIComponent(text)}`;

const one = "content.article.get";
/** The address of an article that there is. */
export const fine = target(one, { slug: "on-type" });
const deep = `${'{"where":'.repeat(60)}1${"}".repeat(60)}`;
/** What a client of tRPC never asks for, and others do. */
export const hostileAddresses: [what: string, target: string][] = [
  ["an empty input", `/trpc/content.tag.list?input=`],
  ["an input without a value", `/trpc/content.tag.list?input`],
  ["a question mark alone", "/trpc/content.tag.list?"],
  ["two question marks", raw("content.tag.list", "1").replace("?", "??")],
  ["an input twice", `${fine}&input=${encodeURIComponent('{"json":{"slug":"on-ink"}}')}`],
  ["an input twice, the first one empty", fine.replace("?", "?input=&")],
  ["an input twice, the first one broken", fine.replace("?", "?input=%7B&")],
  ["other parameters", `${fine}&utm_source=x&lastEventId=1&select=`],
  ["an input in another case", fine.replace("input", "INPUT")],
  ["an input whose name is escaped", fine.replace("input", "%69nput")],
  ["plus signs for spaces", fine.replace("on-type", "on+type")],
  ["quotes and braces that are not escaped", `/trpc/${one}?input={"json":{"slug":"on-type"}}`],
  ["no JSON", raw(one, '{"json":')],
  ["a number", raw(one, "1")],
  ["null", raw(one, "null")],
  ["a list", raw(one, "[]")],
  ["no envelope", raw(one, '{"slug":"on-type"}')],
  ["an empty envelope", raw(one, "{}")],
  ["an envelope of more", raw(one, '{"json":{"slug":"on-type"},"more":1}')],
  ["no annotations", raw(one, '{"json":{"slug":"on-type"},"meta":null}')],
  ["annotations of nothing", raw(one, '{"json":{"slug":"on-type"},"meta":{}}')],
  ["annotations of another version", raw(one, '{"json":{"slug":"on-type"},"meta":{"v":2,"values":{}}}')],
  [
    "annotations of what is not there",
    raw(one, '{"json":{"slug":"on-type"},"meta":{"values":{"a.b":["Date"]}}}'),
  ],
  [
    "annotations that are broken",
    raw(one, '{"json":{"slug":"on-type"},"meta":{"values":{"a\\\\b":["Date"]}}}'),
  ],
  [
    "annotations that superjson refuses",
    raw(one, '{"json":{"slug":"x"},"meta":{"v":1,"values":{"a\\\\b":["Date"]}}}'),
  ],
  [
    "annotations that reach for prototypes",
    raw(one, '{"json":{"slug":"x"},"meta":{"v":1,"values":{"slug.prototype":["Date"]}}}'),
  ],
  [
    "annotations that are a list",
    raw(one, '{"json":{"slug":"on-type"},"meta":{"values":["Date",{"slug":["Date"]}]}}'),
  ],
  ["a date that is none", raw(one, '{"json":{"slug":"never"},"meta":{"values":{"slug":["Date"]}}}')],
  ["undefined", raw(one, '{"json":{"slug":null,"id":null},"meta":{"values":{"slug":["undefined"]}}}')],
  [
    "a value of a kind that is made up",
    raw(one, '{"json":{"slug":"1"},"meta":{"values":{"slug":[["custom","x"]]}}}'),
  ],
  ["a big integer", raw(one, '{"json":{"slug":"1"},"meta":{"values":{"slug":["bigint"]}}}')],
  ["shared objects", raw(one, '{"json":{"slug":{}},"meta":{"referentialEqualities":[["slug"]]}}')],
  ["a prototype", raw(one, '{"json":{"__proto__":{"slug":"on-type"}}}')],
  ["a prototype's annotations", raw(one, '{"json":{"slug":"x"},"meta":{"values":{"__proto__":["Date"]}}}')],
  ["a constructor", raw(one, '{"json":{"slug":"on-type","constructor":1}}')],
  ["U+0000", raw(one, '{"json":{"slug":"a\\u0000b"}}')],
  ["U+0000 as it is", `/trpc/${one}?input=%00`],
  ["half a character", raw(one, '{"json":{"slug":"\\ud800"}}')],
  ["half a character as bytes", `/trpc/${one}?input=%7B%22json%22:%7B%22slug%22:%22%ED%A0%80%22%7D%7D`],
  ["bytes that are no text", `/trpc/${one}?input=%7B%22json%22:%7B%22slug%22:%22%FF%FE%22%7D%7D`],
  ["a byte order mark", `/trpc/${one}?input=%EF%BB%BF%7B%22json%22:%7B%22slug%22:%22on-type%22%7D%7D`],
  ["broken escapes in the input", `/trpc/${one}?input=%7B%22json%22:%7B%22slug%22:%22%zz%2%22%7D%7D`],
  ["broken escapes in the path", "/trpc/content.%zz.get"],
  ["an escaped path", fine.replace("content.article", "%63ontent%2Earticle")],
  ["a path escaped twice", fine.replace("content.article", "content%252Earticle")],
  ["an escaped slash in the path", fine.replace("content.article", "content%2Farticle")],
  ["a slash after the path", fine.replace("?", "/?")],
  ["a slash too many before it", fine.replace("/trpc", "//trpc")],
  ["dots for folders", fine.replace("/trpc/", "/trpc/../trpc/")],
  ["another case", fine.replace("content.article", "Content.Article")],
  ["a fragment", `${fine}#fragment`],
  ["an input in the fragment", raw("content.tag.list", "1").replace("?", "?x#&")],
  ["a fragment before the query", fine.replace("?", "#?")],
  ["a semicolon", fine.replace("?", ";a=b?")],
  ["commas", fine.replace("?", ",content.tag.get?")],
  ["commas alone", "/trpc/,,,"],
  ["a name of every object", "/trpc/constructor"],
  ["no name", "/trpc/?input=1"],
  ["a batch of one", `/trpc/${one}?batch=1&input=${encodeURIComponent('{"0":{"json":{"slug":"on-type"}}}')}`],
  [
    "a batch of two",
    `/trpc/${one},auth.me?batch=1&input=${encodeURIComponent('{"0":{"json":{"slug":"on-type"}}}')}`,
  ],
  ["a batch that is none", `${fine}&batch=0`],
  ["a batch that is one after all", `${fine}&batch=0&batch=1`],
  ["a batch whose name is escaped", `${fine}&%62atch=1`],
  ["connection parameters", `${fine}&connectionParams=${encodeURIComponent('{"a":"b"}')}`],
  ["broken connection parameters", `${fine}&connectionParams=%7B`],
  ["deep nesting", raw("content.article.list", `{"json":${deep}}`)],
  [
    "nesting that is too deep",
    raw("content.article.list", `{"json":${"[".repeat(2_000)}${"]".repeat(2_000)}}`),
  ],
  ["nesting of all that an address holds", `/trpc/${one}?input=${"[".repeat(7_500)}${"]".repeat(7_500)}`],
  [
    "an input of objects of all that it holds",
    `/trpc/${one}?input=${'{"a":'.repeat(2_500)}1${"}".repeat(2_500)}`,
  ],
  ["9,000 characters", raw("content.article.list", `{"json":{"cursor":"${"x".repeat(9_000)}"}}`)],
  ["9,000 characters of a name", `/trpc/${"x".repeat(9_000)}`],
  ["lists for objects", raw("content.article.list", '{"json":{"where":[],"select":[1],"include":[]}}')],
  ["an object for a list", raw("releases.upcoming", '{"json":{"entryIds":{"length":1}}}')],
  ["another address as a whole", `http://elsewhere.example${fine}`],
];
