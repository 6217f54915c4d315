import { useEffect, useState } from 'preact/hooks';
import { appText } from './app-text.ts';
import { Home } from './home/home.tsx';
import { type AppRoute, routes, type Screen } from './routes.ts';
import { Link } from './routing/link.tsx';
import { usePath } from './routing/location.ts';
import { matchRoute, type RouteParams } from './routing/match-route.ts';
import { Page } from './ui/page.tsx';
import { Waiting } from './ui/waiting.tsx';

/** Screens that were loaded; they stay. */
const loaded = new Map<AppRoute, Screen>();

/** Draws the screen that the address asks for. */
export function AppScreens() {
  const path = usePath();
  if (path === '/') return <Home />;
  for (const route of routes) {
    const params = matchRoute(route.pattern, path);
    if (params) return <Opened key={path} route={route} params={params} />;
  }
  return (
    <Page title={appText.notFound}>
      <p class="faint">{appText.notFoundHint}</p>
      <Link to="/" class="button">
        {appText.toHome}
      </Link>
    </Page>
  );
}

function Opened({ route, params }: { readonly route: AppRoute; readonly params: RouteParams }) {
  const [, update] = useState(0);
  const [failed, setFailed] = useState(false);
  const Found = loaded.get(route);
  useEffect(() => {
    if (loaded.has(route)) return;
    let isWanted = true;
    route.load().then(
      (screen) => {
        loaded.set(route, screen);
        if (isWanted) update((n) => n + 1);
      },
      () => isWanted && setFailed(true),
    );
    return () => {
      isWanted = false;
    };
  }, [route]);
  if (Found) return <Found params={params} />;
  return (
    <main class="page">
      {failed ? (
        <div class="note bad" role="alert">
          <p>{appText.noPage}</p>
          <button type="button" class="button" onClick={() => location.reload()}>
            {appText.tryAgain}
          </button>
        </div>
      ) : (
        <Waiting cards={2} />
      )}
    </main>
  );
}
