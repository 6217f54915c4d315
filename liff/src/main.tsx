import { render } from 'preact';
import type { LiffConfig } from '../../shared/api/liff-config.ts';
import type { Session } from '../../shared/api/session.ts';
import './styles/main.css';
import { createApi } from './api/api.ts';
import { ApiFailure } from './api/api-failure.ts';
import { AppScreens } from './app.tsx';
import { appText } from './app-text.ts';
import type { Login } from './login/login.ts';
import { startLogin } from './login/start-login.ts';
import { StartFailed } from './start-failed.tsx';
import { AppContext } from './use-app.ts';

const root = document.getElementById('app') as HTMLElement;

/** Draws over the first screen, which index.html holds. */
function show(screen: preact.ComponentChild): void {
  root.replaceChildren();
  render(screen, root);
}

/** The page brings it along where the program itself serves it; elsewhere it is asked for. */
async function configOf(): Promise<LiffConfig> {
  const brought = document.querySelector<HTMLMetaElement>('meta[name="liff-config"]')?.content;
  if (brought) return JSON.parse(brought) as LiffConfig;
  const response = await fetch('/liff/config.json');
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as LiffConfig;
}

async function open(): Promise<void> {
  let config: LiffConfig;
  try {
    config = await configOf();
  } catch {
    return show(<StartFailed sentence={appText.noServer} />);
  }
  let login: Login;
  try {
    login = await startLogin(config);
  } catch {
    return show(<StartFailed sentence={appText.noLogin} />);
  }
  const api = createApi(login);
  try {
    const session = await api.get<Session>('/session');
    show(
      <AppContext.Provider value={{ api, login, session }}>
        <AppScreens />
      </AppContext.Provider>,
    );
  } catch (error) {
    const failure = error instanceof ApiFailure ? error : undefined;
    const renew = failure?.needsLogin ? () => login.renew() : undefined;
    show(<StartFailed sentence={failure?.sentence ?? appText.noServer} {...(renew ? { renew } : {})} />);
  }
}

void open();
