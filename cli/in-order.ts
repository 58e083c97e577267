type Read<T> = { readonly kind: 'item'; readonly item: T } | { readonly kind: 'end'; readonly error?: unknown };

/**
 * Maps a stream with up to `limit` items under way at once; results come in the order of the items, as soon as they can,
 * also while the source has nothing new yet. Where the source throws, what came before it is handed on first.
 */
export async function* mapInOrder<T, R>(
  source: AsyncIterable<T>,
  limit: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const iterator = source[Symbol.asyncIterator]();
  const queue: Promise<R>[] = [];
  let reading: Promise<Read<T>> | null = null;
  let end: Read<T> | null = null;

  try {
    while (!end || queue.length > 0) {
      if (!end && queue.length < limit) reading ??= read(iterator);
      const [head] = queue;
      const next = await Promise.race([...(head ? [head.then(() => null)] : []), ...(reading ? [reading] : [])]);
      if (!next) {
        queue.shift();
        if (head) yield await head;
      } else {
        reading = null;
        if (next.kind === 'item') queue.push(quiet(work(next.item)));
        else end = next;
      }
    }
  } finally {
    // Not awaited: a source that waits for standard input would answer only after its next line.
    if (!end) void iterator.return?.();
  }
  if (end.kind === 'end' && 'error' in end) throw end.error;
}

async function read<T>(iterator: AsyncIterator<T>): Promise<Read<T>> {
  try {
    const { done, value } = await iterator.next();
    return done ? { kind: 'end' } : { kind: 'item', item: value };
  } catch (error) {
    return { kind: 'end', error };
  }
}

/** A promise that is awaited later may be rejected before: that is no unhandled rejection. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}
