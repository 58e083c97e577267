import { describe, expect, it } from 'vitest';
import { announced, settled } from './tab-state.ts';
import { createTabStore, type SessionArea } from './tabs.ts';
import { announcement, verdict } from './testing.ts';

/** A slow area: every call takes a turn of the event loop, so that unserialised changes would overwrite each other. */
function memory(): SessionArea & { readonly items: Map<string, unknown> } {
  const items = new Map<string, unknown>();
  const turn = () => new Promise((resolve) => setTimeout(resolve, 1));
  return {
    items,
    async get(key) {
      await turn();
      return items.has(key) ? { [key]: structuredClone(items.get(key)) } : {};
    },
    async set(all) {
      await turn();
      for (const [key, value] of Object.entries(all)) items.set(key, structuredClone(value));
    },
    async remove(key) {
      await turn();
      items.delete(key);
    },
  };
}

describe('createTabStore', () => {
  it('loses no result of several that come in at once', async () => {
    const store = createTabStore(memory());
    const ids = Array.from({ length: 20 }, (_, number) => `advert ${number}`);
    await store.update(1, (before) => announced(before, announcement(...ids)));
    await Promise.all(
      ids.map((id) => store.update(1, (before) => settled(before, id, { ok: true, value: verdict('none') }))),
    );
    expect((await store.get(1))?.adverts.every(({ result }) => result.status === 'scored')).toBe(true);
  });

  it('keeps tabs apart and outlives the memory of the background', async () => {
    const area = memory();
    await createTabStore(area).update(1, () => announced(null, announcement('a')));
    const woken = createTabStore(area);
    expect((await woken.get(1))?.adverts[0]?.advert.id).toBe('a');
    expect(await woken.get(2)).toBeNull();
  });

  it('forgets a tab, but not for the sake of an older record', async () => {
    const area = memory();
    const store = createTabStore(area);
    const old = await store.update(1, (before) => announced(before, announcement('a')));
    await store.update(1, (before) => announced(before, announcement('b')));
    expect(await store.clear(1, old?.key)).toBeNull();
    expect((await store.clear(1))?.adverts[0]?.advert.id).toBe('b');
    expect(area.items.size).toBe(0);
  });

  it('goes on after a change that throws', async () => {
    const store = createTabStore(memory());
    await expect(
      store.update(1, () => {
        throw new Error('broken');
      }),
    ).rejects.toThrow('broken');
    await store.update(1, () => announced(null, announcement('a')));
    expect(await store.get(1)).not.toBeNull();
  });
});
