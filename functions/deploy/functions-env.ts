import type { DeploySettings } from './deploy-settings.ts';

/**
 * The file `.env.PROJECT` beside the functions' code: their settings, none of them secret. firebase-tools sets them in the
 * functions' environment. @throws RangeError for a value that no setting of these has, and that would end its line.
 */
export function functionsEnv(settings: DeploySettings, bucket: string): string {
  const { LIFF_ID, LINE_LOGIN_CHANNEL_ID, PUBLIC_URL } = settings;
  const values = { LIFF_ID, LINE_LOGIN_CHANNEL_ID, PUBLIC_URL, STORAGE_BUCKET: bucket };
  return Object.entries(values)
    .map(([name, value]) => {
      if (/["'\\\s#$]/.test(value)) throw new RangeError(`${name} holds a sign that it must not`);
      return `${name}="${value}"\n`;
    })
    .join('');
}
