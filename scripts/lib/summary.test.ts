import { describe, expect, it } from 'vitest';
import { countPytest, countStep, countVitest, lastLine, table, total } from './summary.mjs';

const report = (more: object) =>
  JSON.stringify({
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
    ...more,
  });
const xml = (attributes: string) =>
  `<?xml version="1.0"?><testsuites name="pytest tests"><testsuite name="pytest" ${attributes}></testsuite></testsuites>`;

describe('countVitest', () => {
  it('takes the counts of the report', () => {
    const json = report({ numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 });
    expect(countVitest(json, 1)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });

  it('counts a file that broke before its first test', () => {
    const json = report({ testResults: [{ status: 'failed', assertionResults: [] }] });
    expect(countVitest(json, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });

  it('counts a bad end that no test accounts for, such as an error after the last test', () => {
    expect(countVitest(report({}), 1).failed).toBe(1);
  });

  it('takes a run without a report, and one without a test, for a failure', () => {
    expect(countVitest(null, 0).failed).toBe(1);
    expect(countVitest(report({ numPassedTests: 0, testResults: [] }), 0).failed).toBe(1);
  });
});

describe('countPytest', () => {
  it('takes failures and errors, and leaves skipped tests out of the passed', () => {
    expect(countPytest(xml('errors="1" failures="2" skipped="3" tests="20"'), 1)).toEqual({
      passed: 14,
      failed: 3,
      skipped: 3,
    });
  });

  it('takes a run without a report, and one without a test, for a failure', () => {
    expect(countPytest(null, 4).failed).toBe(1);
    expect(countPytest(xml('errors="0" failures="0" skipped="0" tests="0"'), 5).failed).toBe(1);
  });
});

describe('the summary', () => {
  const results = [
    { name: 'lint', counts: countStep(0), seconds: 1.4 },
    { name: 'unit', counts: { passed: 120, failed: 2, skipped: 1 }, seconds: 61 },
    { name: 'e2e', counts: countStep(1), seconds: 0, note: 'not run: build failed' },
  ];

  it('adds all stages up', () => {
    expect(total(results)).toEqual({ passed: 121, failed: 3, skipped: 1 });
    expect(lastLine(results)).toBe('121 passed, 3 failed');
  });

  it('shows a line for each stage, in columns', () => {
    const lines = table(results).split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[2]).toMatch(/^unit\s+120\s+2\s+1\s+61 s$/);
    expect(lines[3]).toMatch(/^e2e\s+0\s+1\s+0\s+0 s\s+not run: build failed$/);
  });

  it('of no stage at all is no success', () => {
    expect(lastLine([])).toBe('0 passed, 0 failed');
  });
});
