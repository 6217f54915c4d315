import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Session } from '../../shared/api/session.ts';
import type { Api } from './api/api.ts';
import type { Login } from './login/login.ts';

/** What every screen may use. */
export interface App {
  readonly api: Api;
  readonly login: Login;
  readonly session: Session;
}

export const AppContext = createContext<App | undefined>(undefined);

/** The app, for what is drawn inside it. Throws outside. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('not inside the app');
  return app;
}
