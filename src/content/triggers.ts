/** Quiet time after a change before the page is read again, and the longest wait on a page that never is quiet; milliseconds. */
const QUIET = 300;
const LONGEST = 2_000;

export interface Triggers {
  /** The page may hold other adverts now. Never called while the page is hidden. */
  readonly onChange: () => void;
  /** At once, before the page is painted: what changed. */
  readonly onMutations: (changes: MutationRecord[]) => void;
  /** Our own changes, which must not wake us. */
  readonly isOwn: (change: MutationRecord) => boolean;
}

/** Watches a page for other adverts: addresses that change without a load, changed elements, and its return to view. */
export function watch(view: Window, { onChange, onMutations, isOwn }: Triggers, signal: AbortSignal): void {
  const { document } = view;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  let missed = false;

  const fire = (): void => {
    clearTimeout(timer);
    timer = undefined;
    since = 0;
    missed = document.hidden;
    if (!missed) onChange();
  };

  const soon = (): void => {
    const now = Date.now();
    since ||= now;
    clearTimeout(timer);
    timer = setTimeout(fire, Math.max(0, Math.min(QUIET, since + LONGEST - now)));
  };

  const observer = new MutationObserver((records) => {
    const changes = records.filter((record) => !isOwn(record));
    if (changes.length === 0) return;
    onMutations(changes);
    soon();
  });
  observer.observe(document, { childList: true, characterData: true, subtree: true });

  const onReturn = (): void => {
    if (!document.hidden && missed) fire();
  };
  document.addEventListener('visibilitychange', onReturn, { signal });
  // A page that comes back from the browser's cache was forgotten when it was left.
  view.addEventListener('pageshow', (event) => event.persisted && fire(), { signal });
  navigationOf(view)?.addEventListener('currententrychange', fire, { signal });

  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}

/** The Navigation API; older browsers have none, and there the changed elements alone tell. */
function navigationOf(view: Window): EventTarget | null {
  return (view as { navigation?: EventTarget }).navigation ?? null;
}
