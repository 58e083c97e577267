export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Asks again and again until there is an answer.
 * @param what named in the error
 * @param seconds the longest wait
 */
export async function until<T>(what: string, ask: () => Promise<T | null | false>, seconds = 120): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`${what} did not come within ${seconds} seconds`);
    await pause(200);
  }
}
