import { expect, test } from "vitest";
import { askedTogether } from "../../src/events/asked-together.ts";

test("those who ask meanwhile share one answer, and nobody is given one that was asked for before they came", async () => {
  const answers: PromiseWithResolvers<number>[] = [];
  const ask = askedTogether(() => {
    const answer = Promise.withResolvers<number>();
    answers.push(answer);
    return answer.promise;
  });
  const first = ask();
  const [second, third] = [ask(), ask()];
  expect(answers).toHaveLength(1);
  answers[0]?.reject(new Error("Gone."));
  await expect(first).rejects.toThrow("Gone.");
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.resolve(2);
  expect(await Promise.all([second, third])).toEqual([2, 2]);
  const later = ask();
  await expect.poll(() => answers.length).toBe(3);
  answers[2]?.resolve(3);
  expect(await later).toBe(3);
});
