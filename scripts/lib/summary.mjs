// @ts-check

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ name: string, counts: Counts, seconds: number, note?: string }} StageResult
 */

/** @type {Counts} */
const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/**
 * Counts of a stage that either works or does not.
 * @param {number} code exit status
 * @returns {Counts}
 */
export function countStep(code) {
  return { ...NOTHING, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

/**
 * Counts out of vitest's JSON report. A file that breaks before its first test counts as one failure.
 * @param {string | null} json null where vitest wrote no report
 * @param {number} code exit status of vitest
 * @returns {Counts}
 */
export function countVitest(json, code) {
  if (json === null) return atLeastOneFailure(NOTHING, code);
  const report = JSON.parse(json);
  const brokenFiles = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ file) =>
      file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  return atLeastOneFailure(counts, code);
}

/**
 * Counts out of pytest's JUnit report.
 * @param {string | null} xml null where pytest wrote no report
 * @param {number} code exit status of pytest
 * @returns {Counts}
 */
export function countPytest(xml, code) {
  const suite = xml?.match(/<testsuite\b[^>]*>/)?.[0];
  if (!suite) return atLeastOneFailure(NOTHING, code);
  const number = (/** @type {string} */ name) => Number(suite.match(new RegExp(`\\b${name}="(\\d+)"`))?.[1] ?? 0);
  const failed = number('failures') + number('errors');
  const skipped = number('skipped');
  return atLeastOneFailure({ passed: number('tests') - failed - skipped, failed, skipped }, code);
}

/**
 * A stage that ends badly, or in which no test ran, has failed whatever its report says.
 * @param {Counts} counts
 * @param {number} code
 * @returns {Counts}
 */
function atLeastOneFailure(counts, code) {
  const broken = counts.failed === 0 && (code !== 0 || counts.passed === 0);
  return broken ? { ...counts, failed: 1 } : counts;
}

/**
 * @param {readonly StageResult[]} results
 * @returns {Counts}
 */
export function total(results) {
  return results.reduce(
    (sum, { counts }) => ({
      passed: sum.passed + counts.passed,
      failed: sum.failed + counts.failed,
      skipped: sum.skipped + counts.skipped,
    }),
    NOTHING,
  );
}

/**
 * One line a stage, columns aligned.
 * @param {readonly StageResult[]} results
 */
export function table(results) {
  const rows = results.map(({ name, counts, seconds, note }) => [
    name,
    String(counts.passed),
    String(counts.failed),
    String(counts.skipped),
    `${seconds.toFixed(0)} s`,
    note ?? '',
  ]);
  const head = ['stage', 'passed', 'failed', 'skipped', 'time', ''];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, i) => (i === 0 || i === 5 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/**
 * The last line of `npm test`, read by machines.
 * @param {readonly StageResult[]} results
 */
export function lastLine(results) {
  const { passed, failed } = total(results);
  return `${passed} passed, ${failed} failed`;
}
