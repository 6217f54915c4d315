import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Person, TestOffice } from '../simulator/office.ts';

/** The smallest phone that is still sold. */
export const PHONE = { width: 360, height: 740 };

/** Nothing on these screens takes longer. */
const LONGEST_WAIT_MS = 8_000;

export interface MiniAppOptions {
  readonly colorScheme?: 'light' | 'dark';
}

/** The mini-app on one person's phone. */
export interface MiniApp {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Opens a path below /liff with a fresh login, as a tap on a link in the chat does. */
  open(path: string): Promise<void>;
  close(): Promise<void>;
}

/** A phone of a person of the office. What the page writes to the console as an error fails the test that looks at it. */
export async function openMiniApp(
  browser: Browser,
  office: TestOffice,
  person: Pick<Person, 'user'>,
  { colorScheme = 'light' }: MiniAppOptions = {},
): Promise<MiniApp> {
  const context = await browser.newContext({
    viewport: PHONE,
    colorScheme,
    locale: 'th-TH',
    deviceScaleFactor: 2,
  });
  context.setDefaultTimeout(LONGEST_WAIT_MS);
  const page = await context.newPage();
  return {
    page,
    context,
    open: async (path) => {
      const redirect = encodeURIComponent(`${office.program.programUrl}/liff${path}`);
      await page.goto(`${office.simulatorUrl}/sim/authorize?user=${person.user.id}&redirect=${redirect}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
    close: () => context.close(),
  };
}
