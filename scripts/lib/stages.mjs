// @ts-check

/**
 * @typedef {import('./summary.mjs').Counts} Counts
 * @typedef {import('./summary.mjs').StageResult} StageResult
 * @typedef {{ name: string, needs?: readonly string[], run: () => Promise<Counts> }} Stage
 */

/**
 * Runs every stage in order, also after a failure; one that needs a failed stage is left out and counts as failed.
 * @param {readonly Stage[]} stages
 * @param {{ clock?: () => number, announce?: (name: string) => void }} options `clock` gives milliseconds
 * @returns {Promise<StageResult[]>}
 */
export async function runStages(stages, { clock = Date.now, announce = () => {} } = {}) {
  /** @type {StageResult[]} */
  const results = [];
  const failed = new Set();
  for (const { name, needs = [], run } of stages) {
    const missing = needs.find((need) => failed.has(need));
    const start = clock();
    announce(name);
    /** @type {StageResult} */
    let result;
    if (missing) {
      result = { name, counts: { passed: 0, failed: 1, skipped: 0 }, seconds: 0, note: `not run: ${missing} failed` };
    } else {
      try {
        result = { name, counts: await run(), seconds: (clock() - start) / 1000 };
      } catch (error) {
        const note = error instanceof Error ? error.message : String(error);
        result = { name, counts: { passed: 0, failed: 1, skipped: 0 }, seconds: (clock() - start) / 1000, note };
      }
    }
    if (result.counts.failed > 0) failed.add(name);
    results.push(result);
  }
  return results;
}
