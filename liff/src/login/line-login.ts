import { liff } from '@line/liff/core';
import GetIDToken from '@line/liff/get-id-token';
import IsInClient from '@line/liff/is-in-client';
import IsLoggedIn from '@line/liff/is-logged-in';
import LoginModule from '@line/liff/login';
import Logout from '@line/liff/logout';
import OpenWindow from '@line/liff/open-window';
import type { Login } from './login.ts';

/** Set while a page reloads for a new token: a second reload in a row would help no more than the first. */
const RELOADED = 'login-reloaded';

/**
 * Login with LINE. Resolves once LIFF has put the address right, so nothing may look at the address before. In LINE's own
 * browser the token comes with `init`; elsewhere the person is sent to LINE's login page and this never resolves.
 * Rejects with LIFF's error when the LIFF id or the endpoint is wrong or LINE cannot be reached.
 */
export async function startLineLogin(liffId: string): Promise<Login> {
  for (const module of [GetIDToken, IsInClient, IsLoggedIn, LoginModule, Logout, OpenWindow]) {
    liff.use(new (module as new () => never)());
  }
  await liff.init({ liffId });
  if (!liff.isLoggedIn()) {
    liff.login({ redirectUri: location.href });
    return new Promise(() => {});
  }
  return {
    idToken: () => liff.getIDToken() ?? undefined,
    renew: () => {
      if (!liff.isInClient()) {
        liff.logout();
        liff.login({ redirectUri: location.href });
        return true;
      }
      if (sessionStorage.getItem(RELOADED) !== null) {
        sessionStorage.removeItem(RELOADED);
        return false;
      }
      sessionStorage.setItem(RELOADED, '1');
      location.reload();
      return true;
    },
    openOutside: (url) => liff.openWindow({ url, external: true }),
  };
}
