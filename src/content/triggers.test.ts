// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watch } from './triggers.ts';

const navigation = new EventTarget();
Object.assign(window, { navigation });
let hidden = false;
Object.defineProperty(document, 'hidden', { get: () => hidden });

const onChange = vi.fn();
const onMutations = vi.fn();
let isOwn = () => false;
let life: AbortController;

/** Changes the page and lets the observer see it: observers run as microtasks. */
async function change(): Promise<void> {
  document.body.append('words');
  await Promise.resolve();
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  hidden = false;
  isOwn = () => false;
  life = new AbortController();
  watch(window, { onChange, onMutations, isOwn: () => isOwn() }, life.signal);
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

describe('watch', () => {
  it('tells of changed elements at once, and asks for another look when the page is quiet', async () => {
    await change();
    expect(onMutations).toHaveBeenCalledOnce();
    expect(onChange).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(299);
    await change();
    await vi.advanceTimersByTimeAsync(299);
    expect(onChange).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(onChange).toHaveBeenCalledOnce();
  });

  it('does not wait for ever on a page that is never quiet', async () => {
    for (let time = 0; time < 4_000; time += 100) {
      await change();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(onChange.mock.calls.length).toBeGreaterThanOrEqual(1);
    expect(onChange.mock.calls.length).toBeLessThanOrEqual(2);
  });

  it('does not wake at its own marks', async () => {
    isOwn = () => true;
    await change();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(onMutations).not.toHaveBeenCalled();
    expect(onChange).not.toHaveBeenCalled();
  });

  it('looks at once when the page changes its address', () => {
    navigation.dispatchEvent(new Event('currententrychange'));
    expect(onChange).toHaveBeenCalledOnce();
  });

  it('rests while the page is hidden and looks once when it is back', async () => {
    hidden = true;
    navigation.dispatchEvent(new Event('currententrychange'));
    await change();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(onChange).not.toHaveBeenCalled();
    hidden = false;
    document.dispatchEvent(new Event('visibilitychange'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(onChange).toHaveBeenCalledOnce();
  });

  it('looks again at a page that comes back from the cache', () => {
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
    expect(onChange).not.toHaveBeenCalled();
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    expect(onChange).toHaveBeenCalledOnce();
  });

  it('hears nothing after its end', async () => {
    await change();
    life.abort();
    navigation.dispatchEvent(new Event('currententrychange'));
    await change();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(onChange).not.toHaveBeenCalled();
  });
});
