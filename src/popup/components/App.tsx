import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useI18n } from '../../shared/i18n/context.ts';
import type { Popup } from '../controller.ts';
import { viewKey } from '../view.ts';
import { AdvertView } from './AdvertView.tsx';
import { Lantern } from './icons.tsx';
import { ListView } from './ListView.tsx';
import { Failed, Loading, NoAccess, Nothing } from './Notice.tsx';

/** The whole popup. */
export function App({ popup }: { popup: Popup }): JSX.Element {
  const { t } = useI18n();
  const main = useRef<HTMLElement>(null);
  const key = viewKey(popup.view.value);
  const before = useRef(key);

  useEffect(() => popup.start(), [popup]);
  useEffect(() => {
    // What was focused has gone with the last view; on opening, focus stays where the browser put it.
    if (before.current !== key && before.current !== 'loading') main.current?.querySelector('h1')?.focus();
    before.current = key;
  }, [key]);

  return (
    <>
      <header>
        <Lantern />
        <span>{t('app.name')}</span>
      </header>
      <main ref={main}>
        <View key={key} popup={popup} />
      </main>
      <footer>
        <p>{t('app.device')}</p>
        <p>{t('app.misses')}</p>
      </footer>
    </>
  );
}

function View({ popup }: { popup: Popup }): JSX.Element {
  const view = popup.view.value;
  const read = { refused: popup.refused.value, onRead: popup.rescan };
  switch (view.kind) {
    case 'loading':
      return <Loading />;
    case 'no-access':
      return <NoAccess forbidden={view.forbidden} {...read} />;
    case 'nothing':
      return <Nothing {...read} />;
    case 'failed':
      return <Failed code={view.code} {...read} />;
    case 'list':
      return <ListView groups={view.groups} progress={view.progress} onOpen={popup.openAdvert} />;
    case 'advert':
      return <AdvertView advert={view.advert} outcome={view.outcome} fromList={view.fromList} popup={popup} />;
  }
}
