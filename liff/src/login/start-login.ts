import type { LiffConfig } from '../../../shared/api/liff-config.ts';
import type { Login } from './login.ts';

/** Logs in the way the server says. Each way is a file of its own, so that a phone loads one of them. */
export async function startLogin(config: LiffConfig): Promise<Login> {
  if (config.login === 'simulator') return (await import('./simulator-login.ts')).startSimulatorLogin();
  return (await import('./line-login.ts')).startLineLogin(config.liffId);
}
