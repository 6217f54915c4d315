import { readSettings, type Settings } from '../../bot/settings.ts';

/** What is deployed: the program's settings, with everything that Firebase needs of them. */
export type DeploySettings = Settings & {
  readonly GOOGLE_CLOUD_PROJECT: string;
  readonly LINE_LOGIN_CHANNEL_ID: string;
  readonly LIFF_ID: string;
  /** Without a slash at its end. */
  readonly PUBLIC_URL: string;
};

/** "Project ID" of Google Cloud. It becomes part of addresses and of a file's name. */
const PROJECT_ID = /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/;

/**
 * Reads the settings of a deployment. `PUBLIC_URL` left out is Firebase's own address of the project. On a problem: every
 * name that is missing or wrong, as {@link readSettings} says it.
 */
export function readDeploySettings(
  environment: Readonly<Record<string, string | undefined>>,
): { readonly settings: DeploySettings } | { readonly problems: readonly string[] } {
  const projectId = environment['GOOGLE_CLOUD_PROJECT'] ?? '';
  const read = readSettings({
    ...environment,
    STORE: 'firestore',
    PUBLIC_URL: environment['PUBLIC_URL'] || (projectId && `https://${projectId}.web.app`),
  });
  const settings = 'settings' in read ? read.settings : undefined;
  const given = (name: 'LINE_LOGIN_CHANNEL_ID' | 'LIFF_ID') => environment[name] ?? '';
  const problems = [
    ...('problems' in read ? read.problems : []).filter((line) => !line.startsWith('GOOGLE_CLOUD_PROJECT')),
    ...(PROJECT_ID.test(projectId)
      ? []
      : [
          'GOOGLE_CLOUD_PROJECT: missing or not a project ID (Firebase Console › Project settings › Project ID)',
        ]),
    ...(given('LINE_LOGIN_CHANNEL_ID')
      ? []
      : ['LINE_LOGIN_CHANNEL_ID: missing (LINE Developers Console › LINE Login channel › Basic settings)']),
    ...(given('LIFF_ID') ? [] : ['LIFF_ID: missing (LINE Developers Console › LINE Login channel › LIFF)']),
  ];
  if (!settings || problems.length > 0) return { problems };
  return {
    settings: {
      ...settings,
      GOOGLE_CLOUD_PROJECT: projectId,
      LINE_LOGIN_CHANNEL_ID: given('LINE_LOGIN_CHANNEL_ID'),
      LIFF_ID: given('LIFF_ID'),
      PUBLIC_URL: (settings.PUBLIC_URL ?? '').replace(/\/+$/, ''),
    },
  };
}
