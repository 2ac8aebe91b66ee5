// The least that Node can do: node:http sends bytes that it has.
import { createServer } from "node:http";
import { serveFloor } from "./serve-floor.ts";

serveFloor(async ({ answers }) => {
  const stored = new Map(answers.map((answer) => [answer.path, answer]));
  return createServer((request, response) => {
    const answer = stored.get(request.url ?? "");
    if (!answer) return response.writeHead(404).end();
    return response.writeHead(200, answer.headers).end(answer.body);
  });
});
