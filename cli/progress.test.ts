import { expect, test } from 'vitest';
import { Progress } from './progress.ts';

function follow(rows: number, isTTY: boolean, msEach: number): string {
  const pieces: string[] = [];
  let now = 0;
  const progress = new Progress({ isTTY, write: (piece: string) => pieces.push(piece) }, () => now);
  for (let row = 1; row <= rows; row += 1) {
    now += msEach;
    progress.add(row % 10 === 0);
  }
  progress.end();
  return pieces.join('');
}

test('silent up to 20 adverts', () => {
  expect(follow(20, false, 1000)).toBe('');
});

test('a log gets a line every five seconds, and the last', () => {
  expect(follow(33, false, 1000)).toBe(
    [21, 26, 31, 33].map((rows) => `joblantern: ${rows} rows done, ${Math.floor(rows / 10)} not read\n`).join(''),
  );
});

test('a terminal gets one line, rewritten', () => {
  const text = follow(25, true, 100);
  expect(text.match(/\r/g)?.length).toBeGreaterThan(2);
  expect(text.match(/\n/g)).toHaveLength(1);
});
