import { LIFF_HEADERS } from '../../bot/api/liff-headers.ts';
import type { Clock } from '../../bot/clock.ts';
import type { Finding } from '../../bot/setup/finding.ts';
import type { DeploySettings } from './deploy-settings.ts';
import { deployText as t } from './text.ts';

/** A function that was just deployed starts its first machine, and Hosting learns of it within a minute or so. */
const TRIES = 8;
const WAIT_MS = 15_000;
const TIMEOUT_MS = 30_000;
/** The page has 2 kB. */
const MAX_BODY_CHARACTERS = 100_000;

/** One answer of the office's address. Status 0: none. */
interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

const NO_ANSWER: Seen = { status: 0, headers: new Headers(), body: '' };

/**
 * Whether the deployed office answers as it must, over its public address and without any login: the page with its security
 * headers, the mini-app's configuration, and refusals wherever an identity or a signature is missing. Asked again for two
 * minutes while it starts.
 */
export async function smokeCheck(
  settings: DeploySettings,
  clock: Clock,
  say: (line: string) => void,
): Promise<readonly Finding[]> {
  for (let tried = 1; ; tried += 1) {
    const findings = await lookOnce(settings);
    if (findings.every(({ level }) => level === 'good') || tried === TRIES) return findings;
    say(t.smokeAgain);
    await clock.sleep(WAIT_MS);
  }
}

async function lookOnce(settings: DeploySettings): Promise<readonly Finding[]> {
  const { PUBLIC_URL: url, LIFF_ID: liffId, GOOGLE_CLOUD_PROJECT: projectId } = settings;
  const page = await see(`${url}/liff/`);
  const config = await see(`${url}/liff/config.json`);
  const unsigned = { method: 'POST', body: JSON.stringify({ destination: '', events: [] }) };
  const problems = [
    ...pageProblems(url, page),
    ...(liffIdOf(config) === liffId ? [] : [t.smokeConfig(url)]),
    ...refusalProblem('/api/session', await see(`${url}/api/session`), projectId),
    ...refusalProblem('/api/cases', await see(`${url}/api/cases`), projectId),
    ...refusalProblem('/webhook', await see(`${url}/webhook`, unsigned), projectId),
  ];
  if (problems.length === 0) return [{ level: 'good', text: t.smokeRight(url) }];
  return problems.map((text) => ({ level: 'bad', text }));
}

function pageProblems(url: string, page: Seen): readonly string[] {
  if (page.status !== 200 || !page.body.includes('/liff/assets/')) return [t.smokePage(url)];
  const isClosed = Object.entries(LIFF_HEADERS).every(([name, value]) => page.headers.get(name) === value);
  return isClosed ? [] : [t.smokeHeaders(url)];
}

function refusalProblem(path: string, { status }: Seen, projectId: string): readonly string[] {
  return status === 401 ? [] : [t.smokeFunction(path, status, projectId)];
}

function liffIdOf({ status, body }: Seen): unknown {
  try {
    return status === 200 ? (JSON.parse(body) as { liffId?: unknown }).liffId : undefined;
  } catch {
    return undefined;
  }
}

async function see(url: string, init: RequestInit = {}): Promise<Seen> {
  try {
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const body = await response.text();
    return { status: response.status, headers: response.headers, body: body.slice(0, MAX_BODY_CHARACTERS) };
  } catch {
    return NO_ANSWER;
  }
}
